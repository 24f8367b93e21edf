package io.dunwell.dunning;

import io.dunwell.shared.Words;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether an item climbs a rung today, and if not, why. */
final class ItemRules {

  private ItemRules() {}

  static Optional<Reason> whyNotRaised(ItemFacts item, AccountFacts facts) {
    return charge(item)
        .or(() -> top(item))
        .or(() -> threshold(item, facts))
        .or(() -> accountHold(facts))
        .or(() -> itemHold(item))
        .or(() -> legal(item, facts));
  }

  /** The day on which the item reaches its next step, or null if it has none. */
  static @Nullable LocalDate nextStepOn(ItemFacts item) {
    Level next = item.next();
    return next == null ? null : item.dueOn().plusDays(next.threshold());
  }

  private static Optional<Reason> charge(ItemFacts item) {
    return item.climbs()
        ? Optional.empty()
        : Optional.of(new Reason("item.charge", "Fees and interest do not climb the ladder."));
  }

  private static Optional<Reason> top(ItemFacts item) {
    return item.next() != null
        ? Optional.empty()
        : Optional.of(
            new Reason(
                "ladder.at-top",
                "It stands at level " + item.level() + ", the top of its ladder."));
  }

  private static Optional<Reason> threshold(ItemFacts item, AccountFacts facts) {
    LocalDate on = nextStepOn(item);
    if (on == null || !facts.day().isBefore(on)) {
      return Optional.empty();
    }
    String standing =
        facts.day().isAfter(item.dueOn())
            ? Words.days(item.daysOverdue(facts.day())) + " overdue"
            : "due on " + Words.day(item.dueOn());
    Level step = ChaseRules.meaningOf(item, facts);
    return Optional.of(
        new Reason(
            "step.not-due",
            Words.sentence(
                "It is %s; its next step (%s, %s) comes on %s.",
                standing, step.level(), step.stage().words(), on)));
  }

  private static Optional<Reason> accountHold(AccountFacts facts) {
    return Optional.ofNullable(facts.hold())
        .map(hold -> new Reason("hold.account", "The whole account is on hold" + words(hold)));
  }

  private static Optional<Reason> itemHold(ItemFacts item) {
    return item.hold() == null || item.chaseable().isPositive()
        ? Optional.empty()
        : Optional.of(new Reason("hold.item", "It is on hold" + words(item.hold())));
  }

  private static Optional<Reason> legal(ItemFacts item, AccountFacts facts) {
    boolean waits =
        ChaseRules.meaningOf(item, facts).stage() == Stage.LEGAL_REFERRAL && !facts.legalDecided();
    return waits
        ? Optional.of(
            new Reason(
                "legal.not-decided",
                "Its next step is the legal referral, which waits for a manager's decision."))
        : Optional.empty();
  }

  private static String words(ItemFacts.HeldPart hold) {
    String until = hold.until() == null ? "" : " until " + Words.day(hold.until());
    return until + " (" + hold.why() + ").";
  }
}
