package io.dunwell.unbilled;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chase as it stands.
 *
 * @param item what is unbilled, as the register said on {@code seenOn}
 * @param asks what its owner is asked for
 * @param owner login name of who is asked; null if everybody in the groups is
 * @param groups ids of the groups whose members may answer
 * @param escalateOn the day on which the manager is asked
 * @param escalatedOn the day on which the manager was asked first; null if not yet
 * @param endedAs null while it is open
 * @param because which limit it is past, as a sentence
 * @param lateSince the first day past its limit
 */
public record ChaseView(
    ChaseId id,
    ChasedItem item,
    Asks asks,
    @Nullable String owner,
    List<String> groups,
    LocalDate openedOn,
    LocalDate escalateOn,
    @Nullable LocalDate escalatedOn,
    @Nullable LocalDate endedOn,
    @Nullable Ending endedAs,
    LocalDate seenOn,
    String because,
    LocalDate lateSince) {

  private static final int SOME = 30;
  private static final int MOST = 90;

  public ChaseView {
    groups = List.copyOf(groups);
  }

  public boolean isOpen() {
    return endedAs == null;
  }

  /** The same chase as the register describes its item on that day. */
  ChaseView seen(ChasedItem now, String rule, LocalDate day) {
    return new ChaseView(
        id,
        now,
        asks,
        owner,
        groups,
        openedOn,
        escalateOn,
        escalatedOn,
        endedOn,
        endedAs,
        day,
        rule,
        lateSince);
  }

  /** How many days it is past its limit, as it was last looked at. */
  public int daysLate() {
    return (int) Math.max(0, ChronoUnit.DAYS.between(lateSince, seenOn));
  }

  /** From 30 to 90: one more for each day past the limit. */
  public int priority() {
    return Math.min(MOST, SOME + daysLate());
  }
}
