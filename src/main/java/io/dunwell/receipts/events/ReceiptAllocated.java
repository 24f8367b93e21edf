package io.dunwell.receipts.events;

import io.dunwell.party.CustomerId;
import io.dunwell.receipts.AllocationId;
import io.dunwell.receipts.ReceiptId;
import io.dunwell.receivables.ItemId;
import io.dunwell.shared.Money;
import java.time.LocalDate;

/** An item was paid, in whole or in part, with money of a receipt. */
public record ReceiptAllocated(
    AllocationId allocation,
    ReceiptId receipt,
    ItemId item,
    CustomerId customer,
    Money amount,
    LocalDate on) {}
