package io.dunwell.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which acts to show; null parts ask for all.
 *
 * @param subject the business key acted on
 * @param act the act, or its beginning up to a dot
 * @param by who acted
 * @param from the first business day
 * @param to the last business day
 */
public record ActQuery(
    @Nullable String subject,
    @Nullable String act,
    @Nullable String by,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {}
