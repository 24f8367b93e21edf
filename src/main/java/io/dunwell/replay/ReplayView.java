package io.dunwell.replay;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A replay as it stands.
 *
 * @param day the last day that is done, null before the first
 * @param rowsRejected rows of the file that the profile could not read; they take no part
 * @param message why it failed or stopped, null otherwise
 * @param report what came out of it, null until it ends
 */
public record ReplayView(
    ReplayId id,
    ReplayStatus status,
    String fileName,
    String profile,
    String policy,
    LocalDate from,
    LocalDate to,
    People people,
    @Nullable LocalDate day,
    int rowsRead,
    int rowsRejected,
    @Nullable String message,
    @Nullable ReplayReport report,
    String requestedBy,
    Instant requestedAt,
    @Nullable Instant endedAt) {

  /** Days from the first to the last, both included. */
  public long days() {
    return to.toEpochDay() - from.toEpochDay() + 1;
  }

  public long daysDone() {
    return day == null ? 0 : day.toEpochDay() - from.toEpochDay() + 1;
  }

  /** Progress from 0 to 100. */
  public int percent() {
    return (int) (daysDone() * 100 / days());
  }
}
