package io.dunwell.einvoice;

import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Amounts in rupees, at a rate where the document has another currency (CGST Rules r. 34).
 *
 * @param perUnit rupees for one unit
 */
record Rupees(BigDecimal perUnit) {

  BigDecimal of(Money amount) {
    return of(amount.amount(), 2);
  }

  BigDecimal of(BigDecimal amount, int decimals) {
    return amount.multiply(perUnit).setScale(decimals, RoundingMode.HALF_UP);
  }
}
