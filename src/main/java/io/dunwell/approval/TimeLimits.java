package io.dunwell.approval;

import io.dunwell.invoices.InvoiceView;
import io.dunwell.workflow.DecisionTables;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;

/** How long departments may take; the rules are {@code approval-time-limits.dmn}. */
@Service
public class TimeLimits {

  private static final String TABLE = "approval-time-limits";

  private final DecisionTables tables;
  private final ApprovalSettings settings;
  private final Clock clock;

  TimeLimits(DecisionTables tables, ApprovalSettings settings, Clock clock) {
    this.tables = tables;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * The days on which patience ends.
   *
   * @param remindOn the day on which the department is reminded
   * @param escalateOn the day on which its lead takes over
   */
  public record Limits(LocalDate remindOn, LocalDate escalateOn) {}

  /** The limits of a department that is asked today. */
  public Limits today(InvoiceView invoice, Department department) {
    long amount = invoice.total().amount().setScale(0, RoundingMode.CEILING).longValueExact();
    Map<String, Object> answer =
        tables.decide(
            TABLE,
            invoice.id().toString(),
            Map.of("department", department.name(), "amount", amount));
    LocalDate today = LocalDate.now(clock);
    return new Limits(
        settings.calendar().after(today, days(answer, "remindAfter")),
        settings.calendar().after(today, days(answer, "escalateAfter")));
  }

  /** The day on which so many business days have passed since that one. */
  public LocalDate after(LocalDate day, int businessDays) {
    return settings.calendar().after(day, businessDays);
  }

  /** The moment at which that day begins for the business. */
  public Instant beginOf(LocalDate day) {
    return day.atStartOfDay(clock.getZone()).toInstant();
  }

  private static int days(Map<String, Object> answer, String name) {
    return Integer.parseInt(String.valueOf(answer.get(name)));
  }
}
