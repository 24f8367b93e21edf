package io.dunwell.unbilled;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What somebody said about something unbilled.
 *
 * @param root the delivery line that it began with
 * @param until the last day on which it is kept quiet, or is to be answered by
 * @param by login name
 */
public record Explanation(
    UUID root, Kind kind, String reason, LocalDate until, LocalDate on, String by) {

  /** What an explanation does. */
  public enum Kind {
    /** The owner says why and until when. */
    EXPLAINED,
    /** The manager lets it rest until a day. */
    ACCEPTED,
    /** The manager asks the owner once more. */
    ASKED_AGAIN,
    /** The manager asks somebody else in the owner's place. */
    HANDED_ON;

    /** Whether nobody is asked until its day is over. */
    public boolean quiets() {
      return this == EXPLAINED || this == ACCEPTED;
    }
  }

  /** Whether nobody is asked about it on that day. */
  public boolean quietOn(LocalDate day) {
    return kind.quiets() && !until.isBefore(day);
  }
}
