package io.dunwell.receipts;

import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.Ids;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far the bank is known: without a recent statement nobody knows who has paid. */
@Service
@Transactional
public class BankStatements {

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  BankStatements(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  /**
   * Notes that all receipts of the bank are booked up to that day.
   *
   * @param source which account or file it was
   */
  public void covered(LocalDate until, String source, Actor by) {
    jdbc.sql(
            "insert into receipts.bank_statement (id, covers_until, source, recorded_by)"
                + " values (?, ?, ?, ?)")
        .params(Ids.next(), until, source, by.name())
        .update();
    Map<String, String> details = Map.of("until", until.toString());
    events.publishEvent(
        new Auditable(by, "bank-statement.covered", "bank-statement", source, details));
  }
}
