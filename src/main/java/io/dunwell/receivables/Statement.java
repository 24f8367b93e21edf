package io.dunwell.receivables;

import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * What an account looked like at the end of a day.
 *
 * @param lines what was open, the oldest due first; credit notes are negative
 * @param ageing the same in the default buckets; its {@code unapplied} holds cash and credit notes
 * @param cash money that waited to be applied, zero or positive
 */
public record Statement(
    AccountKey account, LocalDate asOf, List<StatementLine> lines, AgeingRow ageing, Money cash) {

  public Statement {
    lines = List.copyOf(lines);
  }

  /** What was owed in all, money and credits taken off. */
  public Money total() {
    return ageing.total();
  }

  /** The credit notes that waited to be applied, zero or positive. */
  public Money credits() {
    return ageing.unapplied().plus(cash).negated();
  }
}
