package io.dunwell.ledger;

import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes months, after which the ledger takes no entry dated in them, and reopens them. */
@Service
@Transactional
public class Periods {

  private static final String SELECT =
      "select month, closed, changed_by, changed_at, reason from ledger.period";

  private final JdbcClient jdbc;
  private final Writers writers;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Periods(JdbcClient jdbc, Writers writers, Clock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.writers = writers;
    this.clock = clock;
    this.events = events;
  }

  /**
   * Closes a month, once everyone who is recording right now has finished.
   *
   * @throws RuleViolation {@code period.not-over}
   */
  public void close(YearMonth month, Actor by) {
    if (!month.isBefore(YearMonth.now(clock))) {
      throw new RuleViolation(
          "period.not-over", Words.month(month) + " can be closed when it is over.");
    }
    writers.lockPeriods();
    if (isClosed(month)) {
      return;
    }
    set(month, true, by, null);
    tell(by, "period.closed", month, Map.of());
  }

  /**
   * Reopens a closed month. Whoever closed it cannot reopen it: that takes a second person.
   *
   * @param reason why, for the auditor
   * @throws RuleViolation {@code period.not-closed}, {@code period.four-eyes}, {@code
   *     period.no-reason}
   */
  public void reopen(YearMonth month, String reason, Actor by) {
    if (reason.isBlank()) {
      throw new RuleViolation(
          "period.no-reason", "Say why " + Words.month(month) + " has to be reopened.");
    }
    writers.lockPeriods();
    PeriodView period =
        period(month)
            .filter(PeriodView::closed)
            .orElseThrow(
                () ->
                    new RuleViolation("period.not-closed", Words.month(month) + " is not closed."));
    if (period.by().equals(by.name())) {
      throw new RuleViolation(
          "period.four-eyes", "Whoever closed a month cannot reopen it; ask a second person.");
    }
    set(month, false, by, reason);
    tell(by, "period.reopened", month, Map.of("reason", reason));
  }

  /** Whether entries dated on that day would be refused. */
  @Transactional(readOnly = true)
  public boolean isClosed(LocalDate day) {
    return isClosed(YearMonth.from(day));
  }

  /** The months that were ever closed, the latest first. */
  @Transactional(readOnly = true)
  public List<PeriodView> all() {
    return jdbc.sql(SELECT + " order by month desc").query(Periods::view).list();
  }

  private boolean isClosed(YearMonth month) {
    return period(month).map(PeriodView::closed).orElse(false);
  }

  private Optional<PeriodView> period(YearMonth month) {
    return jdbc.sql(SELECT + " where month = ?")
        .param(month.atDay(1))
        .query(Periods::view)
        .optional();
  }

  private void set(YearMonth month, boolean closed, Actor by, @Nullable String why) {
    jdbc.sql(
            "insert into ledger.period (month, closed, changed_by, reason) values (?, ?, ?, ?)"
                + " on conflict (month) do update set closed = excluded.closed,"
                + " changed_by = excluded.changed_by, changed_at = clock_timestamp(),"
                + " reason = excluded.reason")
        .params(month.atDay(1), closed, by.name(), why)
        .update();
  }

  private void tell(Actor by, String act, YearMonth month, Map<String, String> details) {
    events.publishEvent(new Auditable(by, act, "period", month.toString(), details));
  }

  private static PeriodView view(ResultSet row, int number) throws SQLException {
    return new PeriodView(
        YearMonth.from(row.getObject("month", LocalDate.class)),
        row.getBoolean("closed"),
        row.getString("changed_by"),
        row.getTimestamp("changed_at").toInstant(),
        row.getString("reason"));
  }
}
