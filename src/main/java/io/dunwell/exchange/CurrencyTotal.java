package io.dunwell.exchange;

/**
 * What was accepted in one currency.
 *
 * @param count how many rows
 * @param amount their sum as a decimal string
 */
public record CurrencyTotal(String currency, int count, String amount) {}
