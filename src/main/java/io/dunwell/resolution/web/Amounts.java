package io.dunwell.resolution.web;

import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** Reads the amounts of requests, which are decimal texts. */
final class Amounts {

  private Amounts() {}

  static @Nullable Money of(@Nullable String amount, @Nullable String currency) {
    if (amount == null) {
      return null;
    }
    if (currency == null) {
      throw new RuleViolation("amount.without-currency", "An amount needs its currency.");
    }
    return read(amount, currency);
  }

  static Money read(String amount, String currency) {
    try {
      return Money.of(amount, currency);
    } catch (ArithmeticException | IllegalArgumentException e) {
      throw new RuleViolation(
          "amount.malformed", amount + " " + currency + " is no amount: write for example 12.50.");
    }
  }
}
