package io.dunwell.access;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who stands in for whom.
 *
 * @param until the last day
 * @param reason null for none given
 */
public record SubstitutionView(
    UUID id,
    String absent,
    String standIn,
    LocalDate from,
    LocalDate until,
    @Nullable String reason) {

  /** Whether it counts on that day. */
  public boolean inForceOn(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(until);
  }
}
