package io.dunwell.ledger.web;

import io.dunwell.ledger.Account;
import io.dunwell.ledger.TrialBalanceLine;
import io.dunwell.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The trial balance of a day.
 *
 * @param balanced whether the balances of each currency sum to zero, as they must
 */
record TrialBalance(LocalDate asOf, @Nullable Instant knownBy, boolean balanced, List<Line> lines) {

  static boolean balanced(List<TrialBalanceLine> lines) {
    Map<Currency, Money> sums =
        lines.stream()
            .map(TrialBalanceLine::balance)
            .collect(Collectors.toMap(Money::currency, balance -> balance, Money::plus));
    return sums.values().stream().allMatch(Money::isZero);
  }

  /**
   * One account in one currency.
   *
   * @param converted the balance in the currency asked for; null if none was, or has no rate
   */
  record Line(
      Account account,
      Currency currency,
      String debit,
      String credit,
      String balance,
      @Nullable String converted) {}
}
