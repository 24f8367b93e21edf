package io.dunwell.receipts.web;

import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a receipt paid.
 *
 * @param label the item's number
 * @param reversedOn when it was taken back, null while it stands
 */
record AllocationRow(
    UUID id,
    String label,
    Money amount,
    LocalDate effectiveOn,
    @Nullable LocalDate reversedOn,
    @Nullable String reversedBecause,
    String by) {}
