package io.dunwell.documents;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which documents somebody looks for; what is null narrows nothing.
 *
 * @param text part of the name, of what it belongs to, or of the hash
 * @param subjectType what kind of thing it belongs to, for example {@code invoice}
 * @param mediaType how its media type begins, for example {@code application/pdf} or {@code image/}
 * @param by who filed it
 * @param from the first day of filing
 * @param until the last day of filing
 * @param sort name, subject, type, size, by or at, with a minus for descending; the latest first if
 *     null
 */
public record DocumentQuery(
    @Nullable String text,
    @Nullable String subjectType,
    @Nullable String mediaType,
    @Nullable String by,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    @Nullable String sort) {}
