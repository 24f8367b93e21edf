package io.dunwell.invoices.events;

import java.util.UUID;

/** An invoice waits for its departments. */
public record InvoiceSubmitted(UUID invoice, int revision, String preparedBy) {}
