package io.dunwell.billing;

import io.dunwell.shared.Money;
import java.time.LocalDate;

/**
 * What was unbilled at the end of a month, in one currency.
 *
 * @param on the day
 * @param count how many items
 * @param value at contract price, before tax
 */
public record UnbilledMonth(LocalDate on, int count, Money value) {}
