package io.dunwell.invoices.events;

import java.util.UUID;

/** An invoice was thrown away before it was issued; its items are unbilled again. */
public record InvoiceWithdrawn(UUID invoice, String reason) {}
