package io.dunwell.tax;

import io.dunwell.shared.Money;

/**
 * That a tax at source is to be looked at, which only the caller can know.
 *
 * @param code under which it stands in the table of rates, for example {@code TDS-GOODS}
 * @param earlier what was already supplied to the buyer in this fiscal year, on the same base, for
 *     the threshold
 */
public record WithholdingDue(String code, Money earlier) {}
