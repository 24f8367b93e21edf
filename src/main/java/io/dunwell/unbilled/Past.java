package io.dunwell.unbilled;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What went before with something unbilled.
 *
 * @param preparedOn the day of the draft or invoice that it is on; null if on none
 * @param endedOn the last day on which a chase ended for another reason than being explained
 * @param quietUntil until when it is explained, that day included; null if it never was
 */
record Past(
    UUID root,
    @Nullable LocalDate preparedOn,
    @Nullable LocalDate endedOn,
    @Nullable LocalDate quietUntil) {

  static Past none(UUID root) {
    return new Past(root, null, null, null);
  }

  boolean quietOn(LocalDate day) {
    return quietUntil != null && !quietUntil.isBefore(day);
  }

  /** Whether it was explained last, and that time is over: then it is asked again at once. */
  boolean askedAgain() {
    return quietUntil != null && (endedOn == null || !endedOn.isAfter(quietUntil));
  }
}
