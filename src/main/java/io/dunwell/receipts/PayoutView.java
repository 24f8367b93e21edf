package io.dunwell.receipts;

import io.dunwell.receivables.ItemId;
import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that was given back, or over to another customer.
 *
 * @param receipt what it came from, null if from a credit note
 * @param creditItem what it came from, null if from a receipt
 * @param toReceipt the other customer's receipt that it became, null if it was given back
 * @param takenBackOn the day from which it does not count, null if it does
 */
public record PayoutView(
    UUID id,
    @Nullable ReceiptId receipt,
    @Nullable ItemId creditItem,
    @Nullable ReceiptId toReceipt,
    Money amount,
    LocalDate effectiveOn,
    String reason,
    @Nullable LocalDate takenBackOn,
    String recordedBy) {}
