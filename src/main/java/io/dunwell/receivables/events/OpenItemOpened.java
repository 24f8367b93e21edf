package io.dunwell.receivables.events;

import io.dunwell.party.CustomerId;
import io.dunwell.receivables.ItemId;
import io.dunwell.shared.Money;
import java.time.LocalDate;

/**
 * An item was opened.
 *
 * @param amount negative for a credit note
 */
public record OpenItemOpened(
    ItemId item, CustomerId customer, Money amount, LocalDate issuedOn, LocalDate dueOn) {}
