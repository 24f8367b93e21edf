package io.dunwell.contracts;

import io.dunwell.shared.MalformedValue;
import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;

/** Quantities and unit prices: up to six decimals, written without trailing zeros. */
final class Quantities {

  private static final int MOST_DECIMALS = 6;
  private static final int MOST_DIGITS = 13;

  private Quantities() {}

  static BigDecimal positive(BigDecimal quantity) {
    if (quantity.signum() <= 0) {
      throw new RuleViolation("quantity.not-positive", "A quantity is more than zero.");
    }
    return plain(quantity);
  }

  static BigDecimal plain(BigDecimal number) {
    BigDecimal bare = number.stripTrailingZeros();
    if (bare.scale() > MOST_DECIMALS || (long) bare.precision() - bare.scale() > MOST_DIGITS) {
      throw new MalformedValue(
          "quantity.too-precise",
          "quantity",
          "Quantities and unit prices have up to thirteen digits and six decimals.");
    }
    return bare.scale() < 0 ? bare.setScale(0) : bare;
  }
}
