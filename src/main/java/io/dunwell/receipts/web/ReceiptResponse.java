package io.dunwell.receipts.web;

import io.dunwell.receipts.ReceiptView;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A receipt as the API shows it. */
record ReceiptResponse(
    UUID id,
    String label,
    String customer,
    Currency currency,
    String amount,
    String unapplied,
    LocalDate receivedOn,
    @Nullable String reference,
    String sourceKey,
    @Nullable LocalDate cancelledOn) {

  static ReceiptResponse of(ReceiptView receipt, String customer) {
    return new ReceiptResponse(
        receipt.id().value(),
        receipt.label(),
        customer,
        receipt.amount().currency(),
        receipt.amount().text(),
        receipt.unapplied().text(),
        receipt.receivedOn(),
        receipt.reference(),
        receipt.sourceKey(),
        receipt.cancelledOn());
  }
}
