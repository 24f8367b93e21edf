package io.dunwell.pages;

import io.dunwell.shared.MalformedValue;
import io.dunwell.shared.Money;
import io.dunwell.shared.Numbers;
import io.dunwell.shared.RuleViolation;
import java.util.Currency;

/** Amounts as people type them. */
public final class TypedAmount {

  private TypedAmount() {}

  /**
   * The amount in that currency; commas only part thousands or lakhs.
   *
   * @throws RuleViolation {@code amount.malformed}
   */
  public static Money read(String typed, Currency currency) {
    try {
      return new Money(
          Numbers.typed(typed).orElseThrow(() -> malformed(typed, currency)), currency);
    } catch (ArithmeticException finer) {
      throw malformed(typed, currency);
    }
  }

  private static RuleViolation malformed(String typed, Currency currency) {
    return new MalformedValue(
        "amount.malformed",
        "amount",
        "“%s” is no amount in %s. Write it like 1234.50, with a point before the decimals."
            .formatted(typed, currency));
  }
}
