package io.dunwell.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/**
 * What one unit of a currency is worth in another from a day on.
 *
 * @param from the currency that is worth something
 * @param to the currency that says how much
 * @param effectiveOn the first day of the rate
 * @param rate units of {@code to} for one of {@code from}
 */
public record ExchangeRate(Currency from, Currency to, LocalDate effectiveOn, BigDecimal rate) {}
