package io.dunwell.receipts.events;

import io.dunwell.party.CustomerId;
import io.dunwell.receipts.ReceiptId;
import io.dunwell.shared.Money;
import java.time.LocalDate;

/** Money came in. */
public record ReceiptBooked(
    ReceiptId receipt, CustomerId customer, Money amount, LocalDate receivedOn) {}
