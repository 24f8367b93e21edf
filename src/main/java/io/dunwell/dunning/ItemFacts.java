package io.dunwell.dunning;

import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the rules know about an open item on the day.
 *
 * @param item its id
 * @param number its invoice's number
 * @param label the number with that of the instalment, where there are several
 * @param climbs whether it climbs the ladder; fees and interest do not
 * @param issuedOn the invoice's day
 * @param dueOn its due day
 * @param amount what it was worth at first
 * @param open what is open: the lesser of that day's balance and today's
 * @param hold what keeps it from being chased, or null
 * @param level how many rungs it has climbed
 * @param courtesySent whether its courtesy note was sent
 * @param policy its own policy, which sets its thresholds, fees and interest
 */
record ItemFacts(
    UUID item,
    String number,
    String label,
    boolean climbs,
    LocalDate issuedOn,
    LocalDate dueOn,
    Money amount,
    Money open,
    @Nullable HeldPart hold,
    int level,
    boolean courtesySent,
    Policy policy) {

  /** What may be chased: open less held. */
  Money chaseable() {
    if (hold == null) {
      return open;
    }
    Money part = hold.amount();
    Money left = part == null ? Money.zero(open.currency()) : open.minus(part);
    return left.isNegative() ? Money.zero(open.currency()) : left;
  }

  /** Days since the due day, negative before it. */
  int daysOverdue(LocalDate day) {
    return Math.toIntExact(ChronoUnit.DAYS.between(dueOn, day));
  }

  /** The rung that it would climb next, or null at the top. */
  @Nullable Level next() {
    return climbs ? policy.level(level + 1).orElse(null) : null;
  }

  /**
   * A hold on an item.
   *
   * @param amount how much of it, or null for all of it
   * @param why what a person reads, for example {@code dispute: wrong price}
   * @param until the last day, or null if open-ended
   */
  record HeldPart(@Nullable Money amount, String why, @Nullable LocalDate until) {}
}
