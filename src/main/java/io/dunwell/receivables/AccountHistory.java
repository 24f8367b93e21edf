package io.dunwell.receivables;

import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * What happened to an account between two days.
 *
 * @param opening what was owed before the first day
 * @param movements in the order of their days
 */
public record AccountHistory(
    AccountKey account, LocalDate from, LocalDate to, Money opening, List<Movement> movements) {

  public AccountHistory {
    movements = List.copyOf(movements);
  }

  /** What was owed at the end of the last day. */
  public Money closing() {
    return movements.isEmpty() ? opening : movements.get(movements.size() - 1).balance();
  }
}
