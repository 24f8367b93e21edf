package io.dunwell.dunning;

import java.math.BigDecimal;

/**
 * Simple interest on the balance of each day.
 *
 * @param annualPercent percent a year, for example 12
 * @param dayCount how days are counted
 */
public record Interest(BigDecimal annualPercent, DayCount dayCount) {}
