package io.dunwell.dunning;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose policy is which from a day on.
 *
 * @param scope COMPANY, CUSTOMER or INVOICE
 * @param subject the customer's or the document's id; null for the company
 * @param policy its name, or null when the next wider one holds again
 * @param effectiveOn the first day
 * @param recordedBy who said so
 */
public record AssignmentView(
    String scope,
    @Nullable UUID subject,
    @Nullable String policy,
    LocalDate effectiveOn,
    String recordedBy) {}
