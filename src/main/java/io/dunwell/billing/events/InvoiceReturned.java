package io.dunwell.billing.events;

import java.util.UUID;

/** A department sent an invoice back to its preparer. */
public record InvoiceReturned(UUID invoice, String department, String reason) {}
