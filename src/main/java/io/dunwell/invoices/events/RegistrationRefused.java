package io.dunwell.invoices.events;

import java.util.UUID;

/** The tax portal refused to register an issued invoice or note; somebody has to mend it. */
public record RegistrationRefused(UUID invoice, String reason) {}
