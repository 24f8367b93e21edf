package io.dunwell.correspondence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of a letter on its way out, the proof of sending.
 *
 * @param at when, by the wall clock
 * @param state what it became
 * @param by the node, person or system that moved it
 * @param remark what the mail server or the person said, or null
 */
public record LetterStep(Instant at, DispatchState state, String by, @Nullable String remark) {}
