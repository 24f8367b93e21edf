package io.dunwell.receivables.events;

import io.dunwell.party.CustomerId;
import io.dunwell.receivables.ItemId;
import java.time.LocalDate;
import java.util.Currency;

/**
 * Nothing is left of an item.
 *
 * @param on the day from which that counts
 */
public record OpenItemSettled(ItemId item, CustomerId customer, Currency currency, LocalDate on) {}
