package io.dunwell.resolution.events;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hold was placed.
 *
 * @param currency null for every currency
 * @param item null for the whole account
 * @param from the first day it counts
 */
public record HoldPlaced(
    UUID hold,
    UUID customer,
    @Nullable String currency,
    @Nullable UUID item,
    String reason,
    LocalDate from) {}
