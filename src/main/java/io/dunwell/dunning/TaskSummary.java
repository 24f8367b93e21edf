package io.dunwell.dunning;

import io.dunwell.shared.Money;
import java.time.LocalDate;

/**
 * What a task's card says about its account.
 *
 * @param overdue what is overdue and may be chased
 * @param daysOverdue of the oldest of it
 * @param day the day that the task is created on
 */
public record TaskSummary(String customerName, Money overdue, int daysOverdue, LocalDate day) {

  private static final int URGENT = 100;

  /** From 0 to 100, growing with the digits of money times age. */
  public int priority() {
    double weight = overdue.amount().doubleValue() * Math.max(daysOverdue, 1);
    return (int) Math.min(URGENT, Math.round(10 * Math.log10(1 + weight)));
  }
}
