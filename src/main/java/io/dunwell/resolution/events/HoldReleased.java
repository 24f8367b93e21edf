package io.dunwell.resolution.events;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hold was released before its end.
 *
 * @param currency null for every currency
 * @param item null for the whole account
 * @param on the first day that the money can be chased again
 */
public record HoldReleased(
    UUID hold, UUID customer, @Nullable String currency, @Nullable UUID item, LocalDate on) {}
