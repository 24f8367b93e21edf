package io.dunwell.invoices.events;

import java.util.UUID;

/** The tax portal registered an issued invoice or note; it may go out. */
public record InvoiceRegistered(UUID invoice, String reference) {}
