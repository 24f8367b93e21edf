package io.dunwell.receipts;

import io.dunwell.receivables.ItemId;
import io.dunwell.shared.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An amount that was put to an item.
 *
 * @param receipt the receipt that it came from, null for a credit or a write-off
 * @param creditItem the credit note that it came from, null for a receipt or a write-off
 * @param reason why it was written off
 * @param reversedOn the day from which it does not count, null if it does
 */
public record AllocationView(
    AllocationId id,
    @Nullable ReceiptId receipt,
    @Nullable ItemId creditItem,
    ItemId item,
    Money amount,
    LocalDate effectiveOn,
    @Nullable String reason,
    @Nullable LocalDate reversedOn,
    @Nullable String reversedBecause,
    String recordedBy) {}
