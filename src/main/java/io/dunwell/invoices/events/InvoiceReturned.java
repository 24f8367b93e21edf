package io.dunwell.invoices.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invoice went back to its preparer.
 *
 * @param department which sent it back; null if its tax changed after all had approved
 */
public record InvoiceReturned(UUID invoice, @Nullable String department, String reason) {}
