package io.dunwell.receipts.events;

import io.dunwell.party.CustomerId;
import io.dunwell.receipts.AllocationId;
import io.dunwell.receivables.ItemId;
import io.dunwell.shared.Money;
import java.time.LocalDate;

/** What an item was paid with was taken back. */
public record AllocationReversed(
    AllocationId allocation, ItemId item, CustomerId customer, Money amount, LocalDate on) {}
