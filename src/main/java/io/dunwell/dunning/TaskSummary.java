package io.dunwell.dunning;

import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/**
 * What a task's card says about its account.
 *
 * @param overdue what is overdue and may be chased
 * @param daysOverdue of the oldest of it
 * @param day the day that the task is created on
 */
public record TaskSummary(String customerName, Money overdue, int daysOverdue, LocalDate day) {

  private static final int URGENT = 100;

  static TaskSummary of(AccountFacts facts) {
    List<ItemFacts> overdue =
        facts.items().stream()
            .filter(item -> item.daysOverdue(facts.day()) > 0 && item.chaseable().isPositive())
            .toList();
    return new TaskSummary(
        facts.customerName(),
        overdue.stream()
            .map(ItemFacts::chaseable)
            .reduce(Money.zero(facts.currency()), Money::plus),
        overdue.stream().mapToInt(item -> item.daysOverdue(facts.day())).max().orElse(0),
        facts.day());
  }

  /** From 0 to 100, growing with the digits of money times age: ten for each, and the first. */
  public int priority() {
    BigDecimal days = BigDecimal.valueOf(Math.max(daysOverdue, 1));
    String weight =
        overdue
            .amount()
            .multiply(days)
            .setScale(0, RoundingMode.DOWN)
            .max(BigDecimal.ZERO)
            .toPlainString();
    int leading = Character.digit(weight.charAt(0), 10);
    return Math.min(URGENT, 10 * (weight.length() - 1) + leading);
  }
}
