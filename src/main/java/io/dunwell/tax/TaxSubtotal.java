package io.dunwell.tax;

import io.dunwell.shared.Money;
import java.math.BigDecimal;

/**
 * The breakdown that EN 16931 wants (BG-23): one row per category and rate.
 *
 * @param category why
 * @param ratePercent the whole rate without cess
 * @param taxable net value of its lines
 * @param tax charged on it
 */
public record TaxSubtotal(TaxCategory category, BigDecimal ratePercent, Money taxable, Money tax) {}
