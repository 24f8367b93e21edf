package io.dunwell.resolution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One contact, as it was logged.
 *
 * @param caseId the collection case it belongs to; null if none
 */
public record ContactView(
    UUID id,
    UUID customer,
    @Nullable String currency,
    @Nullable UUID caseId,
    ContactKind kind,
    ContactOutcome outcome,
    @Nullable String person,
    String note,
    LocalDate happenedOn,
    @Nullable LocalDate nextCallOn,
    String loggedBy,
    Instant recordedAt) {}
