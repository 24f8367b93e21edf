package io.dunwell.tax;

import io.dunwell.shared.Money;
import java.math.BigDecimal;

/**
 * One line that is to be taxed.
 *
 * @param id how the caller knows it again
 * @param quantity in the unit in which a specific cess is laid down, else in any unit
 * @param net value after discount and before tax; negative where it is given back
 * @param taxCode HSN (goods) or SAC (services) under GST; {@code STANDARD}, {@code REDUCED} … under
 *     VAT
 * @param service a service, not goods
 * @param treatment how it is taxed
 */
public record TaxableLine(
    String id,
    BigDecimal quantity,
    Money net,
    String taxCode,
    boolean service,
    Treatment treatment) {

  /** The same line given back. */
  public TaxableLine negated() {
    return new TaxableLine(id, quantity.negate(), net.negated(), taxCode, service, treatment);
  }
}
