package io.dunwell.resolution.events;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A promise was not kept, or only partly: the chase goes on.
 *
 * @param partly whether some of the money came
 * @param on the day it was found
 */
public record PromiseBroken(
    UUID promise, UUID customer, String currency, boolean partly, LocalDate on) {}
