package io.dunwell.correspondence;

import java.time.Duration;
import java.util.List;

/** How long to wait before the next attempt: longer each time, then never again. */
final class Pauses {

  private static final List<Duration> AFTER =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(3),
          Duration.ofHours(6),
          Duration.ofHours(12),
          Duration.ofHours(24),
          Duration.ofHours(24));

  private Pauses() {}

  static boolean exhausted(int attempts) {
    return attempts > AFTER.size();
  }

  static Duration after(int attempts) {
    return AFTER.get(Math.min(Math.max(attempts, 1), AFTER.size()) - 1);
  }
}
