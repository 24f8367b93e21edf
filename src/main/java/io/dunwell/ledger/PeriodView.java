package io.dunwell.ledger;

import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A month that was closed, and perhaps reopened.
 *
 * @param month the month
 * @param closed whether it is closed now
 * @param by who closed or reopened it last
 * @param at when
 * @param reason why it was reopened; null while it is closed
 */
public record PeriodView(
    YearMonth month, boolean closed, String by, Instant at, @Nullable String reason) {}
