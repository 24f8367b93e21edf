package io.dunwell.correspondence;

import io.dunwell.party.CustomerId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which letters to list; null asks for all.
 *
 * @param state where they are on their way out
 * @param customer to whom
 * @param from dated on this day or later
 * @param to dated on this day or earlier
 */
public record LetterQuery(
    @Nullable DispatchState state,
    @Nullable CustomerId customer,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {

  public static final LetterQuery ALL = new LetterQuery(null, null, null, null);
}
