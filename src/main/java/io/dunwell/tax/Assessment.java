package io.dunwell.tax;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a scheme found out about a line: its category, its rate, and its charges.
 *
 * @param category why
 * @param ratePercent the whole rate without cess
 * @param charges what it bears
 * @param chargedToBuyer whether the seller charges them, or the buyer owes them himself
 */
record Assessment(
    TaxCategory category, BigDecimal ratePercent, List<Charge> charges, boolean chargedToBuyer) {

  /** No tax at all. */
  static Assessment untaxed(TaxCategory category) {
    return new Assessment(category, BigDecimal.ZERO, List.of(), true);
  }
}
