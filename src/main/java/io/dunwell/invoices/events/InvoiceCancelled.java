package io.dunwell.invoices.events;

import java.util.UUID;

/** An issued invoice was taken back; its number stays used. */
public record InvoiceCancelled(UUID invoice, String number, String reason) {}
