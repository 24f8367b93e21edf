package io.dunwell.pages;

import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;
import java.util.Currency;

/** Amounts as people type them. */
public final class TypedAmount {

  private TypedAmount() {}

  /**
   * The amount in that currency; spaces and commas between digits are only for the eye.
   *
   * @throws RuleViolation {@code amount.malformed}
   */
  public static Money read(String typed, Currency currency) {
    try {
      return new Money(new BigDecimal(typed.replaceAll("[\\s,_]", "")), currency);
    } catch (ArithmeticException | NumberFormatException malformed) {
      throw new RuleViolation(
          "amount.malformed",
          "“" + typed + "” is no amount in " + currency + ". Write it like 1234.50.");
    }
  }
}
