package io.dunwell.contracts;

import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;

/**
 * A price from a quantity on.
 *
 * @param fromQuantity the quantity from which it counts, inclusive
 * @param unitPrice the price of one unit in the contract's currency, with up to six decimals
 */
public record Slab(BigDecimal fromQuantity, BigDecimal unitPrice) {

  /**
   * @throws RuleViolation {@code price.negative}, {@code quantity.too-precise}
   */
  public Slab {
    fromQuantity = Quantities.plain(fromQuantity);
    unitPrice = Quantities.plain(unitPrice);
    if (fromQuantity.signum() < 0 || unitPrice.signum() < 0) {
      throw new RuleViolation(
          "price.negative", "Neither a price nor the quantity it counts from is below zero.");
    }
  }
}
