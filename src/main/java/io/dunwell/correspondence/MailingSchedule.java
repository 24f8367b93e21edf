package io.dunwell.correspondence;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Looks at the outbox of the live books again and again. Its thread never works in a replay's
 * books, so what a replay writes never leaves.
 */
@Component
class MailingSchedule implements ApplicationListener<ApplicationReadyEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(MailingSchedule.class);

  private final Mailing mailing;
  private final MemoMailing memos;
  private final Outbox outbox;
  private final MailServer server;
  private final CorrespondenceSettings settings;
  private final Environment environment;
  private @Nullable ScheduledThreadPoolExecutor thread;
  private int roundsWithoutServer;
  private long roundsToSkip;

  MailingSchedule(
      Mailing mailing,
      MemoMailing memos,
      Outbox outbox,
      MailServer server,
      CorrespondenceSettings settings,
      Environment environment) {
    this.mailing = mailing;
    this.memos = memos;
    this.outbox = outbox;
    this.server = server;
    this.settings = settings;
    this.environment = environment;
  }

  @Override
  public void onApplicationEvent(ApplicationReadyEvent ready) {
    String node = node();
    report(outbox.interrupted(node));
    if (!server.configured()) {
      LOG.info("No mail server is configured: letters stay in the outbox.");
      return;
    }
    long pause = settings.poll().toMillis();
    ScheduledThreadPoolExecutor started =
        new ScheduledThreadPoolExecutor(1, work -> new Thread(work, "mailing"));
    ScheduledFuture<?> rounds =
        started.scheduleWithFixedDelay(() -> safely(node), pause, pause, TimeUnit.MILLISECONDS);
    LOG.info("Letters leave as {}; stopped: {}", node, rounds.isDone());
    thread = started;
  }

  @EventListener
  void stop(ContextClosedEvent closed) throws InterruptedException {
    ScheduledThreadPoolExecutor running = thread;
    if (running != null) {
      running.shutdown();
      running.awaitTermination(settings.smtp().timeout().toSeconds(), TimeUnit.SECONDS);
    }
  }

  private void safely(String node) {
    try {
      if (roundsToSkip > 0) {
        roundsToSkip--;
        return;
      }
      report(outbox.interrupted(""));
      boolean usable = mailing.round(node);
      memos.round();
      roundsWithoutServer = usable ? 0 : Math.min(roundsWithoutServer + 1, 8);
      roundsToSkip = usable ? 0 : 1L << roundsWithoutServer;
    } catch (RuntimeException e) {
      LOG.error("The outbox could not be worked on; it is tried again", e);
    }
  }

  private static void report(int interrupted) {
    if (interrupted > 0) {
      LOG.warn("{} letters were interrupted while being sent; a person has to decide", interrupted);
    }
  }

  private String node() {
    String port = environment.getProperty("local.server.port", "0");
    try {
      return InetAddress.getLocalHost().getHostName() + ":" + port;
    } catch (UnknownHostException e) {
      return "node:" + port;
    }
  }
}
