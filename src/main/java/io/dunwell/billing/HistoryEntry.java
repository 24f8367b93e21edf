package io.dunwell.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to an invoice.
 *
 * @param at when it was recorded, null where only the day is known
 * @param on the business day
 * @param kind for example {@code delivery}, {@code proof}, {@code act}, {@code posting}
 * @param what which one, or what was done
 * @param text more about it, may be empty
 * @param by who, null where nobody in particular
 * @param reference what to look at, null for nothing
 */
public record HistoryEntry(
    @Nullable Instant at,
    LocalDate on,
    String kind,
    String what,
    String text,
    @Nullable String by,
    @Nullable UUID reference) {}
