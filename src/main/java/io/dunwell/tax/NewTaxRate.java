package io.dunwell.tax;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A rate to enter. An abolished tax is a rate of nought.
 *
 * @param scheme for example {@code IN_GST}
 * @param code HSN or SAC or the beginning of one; {@code DE:STANDARD} under VAT
 * @param component what it is the rate of
 * @param rate per cent, or currency per unit; not negative
 * @param from first day it counts
 * @param law Act or notification
 */
public record NewTaxRate(
    String scheme,
    String code,
    RateComponent component,
    BigDecimal rate,
    LocalDate from,
    String law) {}
