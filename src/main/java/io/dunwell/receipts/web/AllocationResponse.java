package io.dunwell.receipts.web;

import io.dunwell.receipts.AllocationView;
import io.dunwell.receipts.ReceiptId;
import io.dunwell.receivables.ItemId;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An allocation as the API shows it. */
record AllocationResponse(
    UUID id,
    @Nullable UUID receipt,
    @Nullable UUID creditItem,
    UUID item,
    Currency currency,
    String amount,
    LocalDate effectiveOn,
    @Nullable String reason,
    @Nullable LocalDate reversedOn,
    @Nullable String reversedBecause,
    String by) {

  static AllocationResponse of(AllocationView allocation) {
    ReceiptId receipt = allocation.receipt();
    ItemId credit = allocation.creditItem();
    return new AllocationResponse(
        allocation.id().value(),
        receipt == null ? null : receipt.value(),
        credit == null ? null : credit.value(),
        allocation.item().value(),
        allocation.amount().currency(),
        allocation.amount().text(),
        allocation.effectiveOn(),
        allocation.reason(),
        allocation.reversedOn(),
        allocation.reversedBecause(),
        allocation.recordedBy());
  }
}
