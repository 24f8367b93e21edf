package io.dunwell.contracts;

import io.dunwell.shared.Money;
import java.math.BigDecimal;

/**
 * What a quantity costs by a contract.
 *
 * @param priceLine the line that says so
 * @param version the version of the contract that has the line
 * @param before the quantity from which it counts: what was billed before of the same month
 * @param quantity of which the price is
 * @param listPrice of one unit before discount; where slabs are graduated the mean, to six decimals
 * @param discountPercent off the list price
 * @param gross before discount, rounded
 * @param net after discount, rounded once
 */
public record Price(
    PriceLine priceLine,
    int version,
    BigDecimal before,
    BigDecimal quantity,
    BigDecimal listPrice,
    BigDecimal discountPercent,
    Money gross,
    Money net) {

  /** What a part of the quantity costs if {@code from} of it is billed before. */
  public Price part(BigDecimal from, BigDecimal part) {
    return from.signum() == 0 ? part(part) : ContractPricing.part(after(from), part);
  }

  private Price after(BigDecimal from) {
    return new Price(
        priceLine,
        version,
        before.add(from),
        quantity.subtract(from),
        listPrice,
        discountPercent,
        gross,
        net);
  }

  /** What the first part of the quantity costs; the rest then costs the difference. */
  public Price part(BigDecimal part) {
    return part.compareTo(quantity) == 0 ? this : ContractPricing.part(this, part);
  }
}
