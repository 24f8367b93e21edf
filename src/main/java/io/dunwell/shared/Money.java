package io.dunwell.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * An exact amount in one currency, with as many decimals as the currency knows.
 *
 * @param amount the amount in major units
 * @param currency its currency
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

  /**
   * @throws ArithmeticException if the amount has more decimals than the currency knows
   */
  public Money {
    amount = amount.setScale(scaleOf(currency), RoundingMode.UNNECESSARY);
  }

  /** The amount written in {@code text}, for example {@code of("100.00", "EUR")}. */
  public static Money of(String text, String currencyCode) {
    return new Money(new BigDecimal(text), Currency.getInstance(currencyCode));
  }

  public static Money zero(Currency currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  /** The amount rounded half up to what the currency knows: for computed amounts only. */
  public static Money rounded(BigDecimal amount, Currency currency) {
    return new Money(amount.setScale(scaleOf(currency), RoundingMode.HALF_UP), currency);
  }

  public Money plus(Money other) {
    return new Money(amount.add(sameCurrency(other).amount), currency);
  }

  public Money minus(Money other) {
    return new Money(amount.subtract(sameCurrency(other).amount), currency);
  }

  public Money negated() {
    return new Money(amount.negate(), currency);
  }

  /** The product, rounded as said. */
  public Money multipliedBy(BigDecimal factor, RoundingMode rounding) {
    return new Money(amount.multiply(factor).setScale(amount.scale(), rounding), currency);
  }

  public Money min(Money other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public boolean isPositive() {
    return amount.signum() > 0;
  }

  public boolean isNegative() {
    return amount.signum() < 0;
  }

  public boolean isZero() {
    return amount.signum() == 0;
  }

  /** The amount as a plain decimal string with the currency's decimals, as the API writes it. */
  public String text() {
    return amount.toPlainString();
  }

  /** Splits into {@code parts} shares that differ by at most one minor unit and add up exactly. */
  public List<Money> split(int parts) {
    BigDecimal minorUnit = BigDecimal.ONE.movePointLeft(amount.scale());
    BigDecimal share = amount.divide(BigDecimal.valueOf(parts), amount.scale(), RoundingMode.FLOOR);
    BigDecimal left = amount.subtract(share.multiply(BigDecimal.valueOf(parts)));
    List<Money> shares = new ArrayList<>(parts);
    for (int i = 0; i < parts; i++) {
      boolean getsOneMore = left.signum() > 0;
      shares.add(new Money(getsOneMore ? share.add(minorUnit) : share, currency));
      left = getsOneMore ? left.subtract(minorUnit) : left;
    }
    return List.copyOf(shares);
  }

  /**
   * @throws IllegalArgumentException if the currencies differ
   */
  @Override
  public int compareTo(Money other) {
    return amount.compareTo(sameCurrency(other).amount);
  }

  @Override
  public String toString() {
    return currency.getCurrencyCode() + " " + text();
  }

  private Money sameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(this + " and " + other + " differ in currency");
    }
    return other;
  }

  private static int scaleOf(Currency currency) {
    return Math.max(currency.getDefaultFractionDigits(), 0);
  }
}
