package io.dunwell.receipts.web;

import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;
import java.util.Currency;

/** Amounts as callers write them. */
final class Amounts {

  /** An amount without sign. */
  static final String PATTERN = "\\d{1,15}(\\.\\d{1,4})?";

  private Amounts() {}

  static Money money(String amount, Currency currency) {
    try {
      return new Money(new BigDecimal(amount), currency);
    } catch (ArithmeticException e) {
      throw new RuleViolation(
          "money.too-many-decimals", currency + " has fewer decimals than " + amount + ".");
    }
  }
}
