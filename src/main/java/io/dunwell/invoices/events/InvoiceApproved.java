package io.dunwell.invoices.events;

import java.util.UUID;

/** Every department that has to has approved this version of an invoice. */
public record InvoiceApproved(UUID invoice, int revision) {}
