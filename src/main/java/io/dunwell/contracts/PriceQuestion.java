package io.dunwell.contracts;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What is to be priced.
 *
 * @param quantity all that is priced together
 * @param before what was billed before of the same month, with which the quantity reaches its slab
 * @param after what is billed after it of the same month; it decides, too, where one slab prices
 *     all
 */
public record PriceQuestion(
    ContractId contract,
    String item,
    LocalDate deliveredOn,
    BigDecimal quantity,
    BigDecimal before,
    BigDecimal after) {

  /** Of a quantity that stands alone. */
  public PriceQuestion(
      ContractId contract, String item, LocalDate deliveredOn, BigDecimal quantity) {
    this(contract, item, deliveredOn, quantity, BigDecimal.ZERO, BigDecimal.ZERO);
  }
}
