package io.dunwell.tax;

import io.dunwell.shared.Money;
import java.math.BigDecimal;

/**
 * One tax on one line before anything is rounded.
 *
 * @param line its place among the document's lines
 * @param component which tax
 * @param ratePercent per cent, nought if it is per unit
 * @param base on what
 * @param exact what it comes to, to the last digit
 */
record Charge(
    int line, TaxComponent component, BigDecimal ratePercent, Money base, BigDecimal exact) {

  private static final int PERCENT = 2;

  static Charge adValorem(int line, TaxComponent component, BigDecimal ratePercent, Money base) {
    BigDecimal exact = base.amount().multiply(ratePercent).movePointLeft(PERCENT);
    return new Charge(line, component, plain(ratePercent), base, exact);
  }

  static Charge perUnit(
      int line, TaxComponent component, BigDecimal perUnit, BigDecimal quantity, Money base) {
    return new Charge(line, component, BigDecimal.ZERO, base, quantity.multiply(perUnit));
  }

  /** The same rate always written, and therefore compared, in the same way. */
  static BigDecimal plain(BigDecimal rate) {
    BigDecimal stripped = rate.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
