package io.dunwell.invoices.events;

import java.time.LocalDate;
import java.util.UUID;

/** An invoice or note has its number; it is posted and its PDF is filed. */
public record InvoiceIssued(
    UUID invoice, String kind, String number, UUID customer, LocalDate issuedOn) {}
