package io.dunwell.einvoice;

import io.dunwell.shared.Money;
import java.math.BigDecimal;

/**
 * How a line's net value is explained: quantity times price less allowance. Where the price as
 * printed does not explain it to the smallest units (minimum charges, rounded prices), the price is
 * what one unit came to.
 */
record LinePrice(BigDecimal unitPrice, Money allowance) {

  /** What Peppol tolerates (PEPPOL-EN16931-R120). */
  private static final BigDecimal TOLERANCE = new BigDecimal("0.02");

  static LinePrice of(EinvoiceLine line) {
    BigDecimal difference =
        line.quantity().multiply(line.unitPrice()).subtract(line.gross().amount()).abs();
    boolean explains =
        difference.compareTo(TOLERANCE) <= 0
            && !line.discount().isNegative()
            && line.unitPrice().signum() >= 0;
    return explains
        ? new LinePrice(line.unitPrice(), line.discount())
        : new LinePrice(line.netPrice(), Money.zero(line.discount().currency()));
  }
}
