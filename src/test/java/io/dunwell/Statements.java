package io.dunwell;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;

/**
 * The statements that this thread sends to the database, as our own code, JPA and the engine log.
 */
public final class Statements {

  private static final List<String> LOGGERS =
      List.of(
          "org.springframework.jdbc.core.JdbcTemplate",
          "org.hibernate.SQL",
          "org.camunda.bpm.engine.impl.persistence.entity");

  private Statements() {}

  /** Those of the work, in their order. */
  public static List<String> of(Callable<?> work) throws Exception {
    ListAppender<ILoggingEvent> heard = new ListAppender<>();
    heard.start();
    List<Runnable> undo = new ArrayList<>();
    for (String name : LOGGERS) {
      Logger logger = (Logger) LoggerFactory.getLogger(name);
      Level before = logger.getLevel();
      boolean additive = logger.isAdditive();
      logger.setLevel(Level.DEBUG);
      logger.setAdditive(false);
      logger.addAppender(heard);
      undo.add(
          () -> {
            logger.detachAppender(heard);
            logger.setAdditive(additive);
            logger.setLevel(before);
          });
    }
    try {
      work.call();
    } finally {
      undo.forEach(Runnable::run);
    }
    String here = Thread.currentThread().getName();
    return heard.list.stream()
        .filter(event -> event.getThreadName().equals(here))
        .map(ILoggingEvent::getFormattedMessage)
        .filter(Statements::isOne)
        .toList();
  }

  private static boolean isOne(String message) {
    return message.startsWith("Executing prepared SQL statement [")
        || message.startsWith("Executing SQL ")
        || message.startsWith("==>  Preparing")
        || message.startsWith("select ")
        || message.startsWith("insert ")
        || message.startsWith("update ");
  }
}
