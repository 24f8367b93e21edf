package io.dunwell.receivables.events;

import io.dunwell.party.CustomerId;
import io.dunwell.receivables.ItemId;
import java.time.LocalDate;
import java.util.Currency;

/**
 * A settled item is open again because what settled it was taken back.
 *
 * @param on the day from which that counts
 */
public record OpenItemReopened(ItemId item, CustomerId customer, Currency currency, LocalDate on) {}
