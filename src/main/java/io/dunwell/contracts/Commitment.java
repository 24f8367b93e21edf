package io.dunwell.contracts;

import io.dunwell.shared.Money;
import java.time.YearMonth;

/**
 * What a customer commits to buy of an item in a month.
 *
 * @param amount before tax: each day counts with the commitment that is in force on it
 * @param priceLine the last line of the month that says so
 */
public record Commitment(
    ContractId contract, String item, YearMonth month, Money amount, PriceLine priceLine) {}
