package io.dunwell.dunning;

import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Splits simple interest on an item into periods of the same balance, for a lawyer to follow. */
final class DailyBalances {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Interest terms;
  private final Currency currency;
  private final List<Period> periods = new ArrayList<>();

  private DailyBalances(Interest terms, Currency currency) {
    this.terms = terms;
    this.currency = currency;
  }

  /**
   * Days of the same balance, both inclusive.
   *
   * @param days as the terms count them
   * @param interest not rounded
   */
  record Period(LocalDate from, LocalDate to, long days, Money balance, BigDecimal interest) {}

  /** From the day after {@code after} until that day, inclusive. */
  static List<Period> of(
      Interest terms,
      List<ChargeMath.Movement> movements,
      LocalDate after,
      LocalDate until,
      Currency currency) {
    DailyBalances balances = new DailyBalances(terms, currency);
    Map<LocalDate, BigDecimal> changes = new TreeMap<>();
    movements.forEach(each -> changes.merge(each.on(), each.amount(), BigDecimal::add));
    LocalDate from = after.plusDays(1);
    BigDecimal balance = BigDecimal.ZERO;
    for (Map.Entry<LocalDate, BigDecimal> change : changes.entrySet()) {
      LocalDate on = change.getKey();
      if (on.isAfter(until)) {
        break;
      }
      if (on.isAfter(from)) {
        balances.add(from, on.minusDays(1), balance);
        from = on;
      }
      balance = balance.add(change.getValue());
    }
    balances.add(from, until, balance);
    return balances.periods;
  }

  private void add(LocalDate from, LocalDate to, BigDecimal balance) {
    long days = to.isBefore(from) ? 0 : terms.dayCount().days(from.minusDays(1), to);
    if (days > 0 && balance.signum() > 0) {
      BigDecimal interest =
          balance
              .multiply(terms.annualPercent())
              .multiply(BigDecimal.valueOf(days))
              .divide(terms.dayCount().year().multiply(HUNDRED), MathContext.DECIMAL64);
      periods.add(new Period(from, to, days, Money.rounded(balance, currency), interest));
    }
  }
}
