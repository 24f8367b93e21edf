package io.dunwell.dunning;

import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;

/** Works out interest on the balance of each day. */
final class ChargeMath {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private ChargeMath() {}

  /**
   * A change of what is owed on an item.
   *
   * @param on the day from which it counts
   */
  record Movement(LocalDate on, BigDecimal amount) {}

  /**
   * Simple interest for the days after {@code after} up to {@code until}, inclusive, each on that
   * day's balance, rounded once.
   */
  static Money interest(
      Interest terms,
      List<Movement> movements,
      LocalDate after,
      LocalDate until,
      Currency currency) {
    List<Movement> sorted = movements.stream().sorted(Comparator.comparing(Movement::on)).toList();
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal balance = balanceOn(sorted, after.plusDays(1));
    LocalDate from = after;
    for (Movement movement : sorted) {
      if (movement.on().isAfter(after.plusDays(1)) && !movement.on().isAfter(until)) {
        LocalDate last = movement.on().minusDays(1);
        sum = sum.add(weight(terms, balance, from, last));
        balance = balance.add(movement.amount());
        from = last;
      }
    }
    sum = sum.add(weight(terms, balance, from, until));
    BigDecimal perYear = terms.annualPercent().divide(HUNDRED);
    return Money.rounded(
        sum.multiply(perYear).divide(terms.dayCount().year(), MathContext.DECIMAL128), currency);
  }

  private static BigDecimal balanceOn(List<Movement> movements, LocalDate day) {
    return movements.stream()
        .filter(movement -> !movement.on().isAfter(day))
        .map(Movement::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal weight(
      Interest terms, BigDecimal balance, LocalDate after, LocalDate until) {
    long days = terms.dayCount().days(after, until);
    return balance.signum() > 0 && days > 0
        ? balance.multiply(BigDecimal.valueOf(days))
        : BigDecimal.ZERO;
  }
}
