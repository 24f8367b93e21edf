package io.dunwell.tax;

import java.math.BigDecimal;

/**
 * A tax at source as the table knows it.
 *
 * @param code for example {@code TDS-GOODS}
 * @param kind collected or deducted
 * @param law section, as printed
 * @param ratePercent the rate
 * @param threshold per fiscal year and buyer, in rupees; nought where there is none
 * @param excessOnly whether only what is above the threshold counts, or everything once it is
 *     passed
 * @param onGross whether the base includes the goods and services tax
 */
record WithholdingRate(
    String code,
    Withholding.Kind kind,
    String law,
    BigDecimal ratePercent,
    BigDecimal threshold,
    boolean excessOnly,
    boolean onGross) {}
