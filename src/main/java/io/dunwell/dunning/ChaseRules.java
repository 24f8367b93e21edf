package io.dunwell.dunning;

import io.dunwell.dunning.Decision.Act;
import io.dunwell.dunning.Decision.Line;
import io.dunwell.dunning.Decision.Verdict;
import io.dunwell.shared.Money;
import io.dunwell.shared.Words;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides from facts alone what happens to an account on a day. Run, dry run and "why" ask here.
 */
final class ChaseRules {

  private static final Comparator<ItemFacts> OLDEST_FIRST =
      Comparator.comparing(ItemFacts::dueOn)
          .thenComparing(ItemFacts::number)
          .thenComparing(ItemFacts::item);

  private ChaseRules() {}

  static Decision decide(AccountFacts facts) {
    List<Verdict> verdicts =
        facts.items().stream()
            .sorted(OLDEST_FIRST)
            .map(item -> new Verdict(item, ItemRules.whyNotRaised(item, facts).orElse(null)))
            .toList();
    List<ItemFacts> raised =
        verdicts.stream().filter(v -> v.reason() == null).map(Verdict::item).toList();
    return raised.isEmpty() ? withoutClimbing(facts, verdicts) : climbing(facts, verdicts, raised);
  }

  private static Decision climbing(
      AccountFacts facts, List<Verdict> verdicts, List<ItemFacts> raised) {
    ItemFacts highest =
        raised.stream().max(Comparator.comparingInt(ItemFacts::level)).orElseThrow();
    Act act = new Act(meaningOf(highest, facts), lines(facts, raised));
    return Gatekeeper.whyNotNow(act, facts)
        .map(reason -> new Decision(facts, verdicts, null, reason))
        .orElseGet(() -> new Decision(facts, verdicts, act, null));
  }

  /** The customer's policy says what a stage means; the item's own where that has no such stage. */
  static Level meaningOf(ItemFacts item, AccountFacts facts) {
    int stage = item.level() + 1;
    return facts.policy().level(stage).or(() -> item.policy().level(stage)).orElseThrow();
  }

  private static List<Line> lines(AccountFacts facts, List<ItemFacts> raised) {
    Stream<Line> climbing =
        raised.stream().map(i -> new Line(i, i.level() + 1, true, i.chaseable()));
    Stream<Line> others =
        facts.items().stream()
            .filter(item -> item.daysOverdue(facts.day()) > 0)
            .filter(item -> item.chaseable().isPositive() && !raised.contains(item))
            .sorted(OLDEST_FIRST)
            .map(item -> new Line(item, item.level(), false, item.chaseable()));
    return Stream.concat(climbing, others).toList();
  }

  private static Decision withoutClimbing(AccountFacts facts, List<Verdict> verdicts) {
    return courtesy(facts, verdicts)
        .orElseGet(() -> new Decision(facts, verdicts, null, summaryOf(facts, verdicts)));
  }

  private static Optional<Decision> courtesy(AccountFacts facts, List<Verdict> verdicts) {
    Optional<Level> note = facts.policy().courtesy();
    if (note.isEmpty() || facts.hold() != null) {
      return Optional.empty();
    }
    List<Line> lines =
        facts.items().stream()
            .filter(item -> deservesCourtesy(item, note.get(), facts.day()))
            .sorted(OLDEST_FIRST)
            .map(item -> new Line(item, item.level(), false, item.chaseable()))
            .toList();
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    Act act = new Act(note.get(), lines);
    return Optional.of(
        Gatekeeper.whyNotNow(act, facts)
            .map(reason -> new Decision(facts, verdicts, null, reason))
            .orElseGet(() -> new Decision(facts, verdicts, act, null)));
  }

  private static boolean deservesCourtesy(ItemFacts item, Level note, LocalDate day) {
    int days = item.daysOverdue(day);
    return item.climbs()
        && !item.courtesySent()
        && item.level() == 0
        && days >= note.threshold()
        && days <= 0
        && item.chaseable().isPositive();
  }

  /** What keeps the account as a whole: the most telling of its items' reasons. */
  private static Reason summaryOf(AccountFacts facts, List<Verdict> verdicts) {
    List<Reason> reasons =
        verdicts.stream().map(Verdict::reason).flatMap(Stream::ofNullable).toList();
    return Stream.of("hold.account", "hold.item", "legal.not-decided")
        .flatMap(code -> reasons.stream().filter(reason -> reason.code().equals(code)))
        .findFirst()
        .orElseGet(() -> nothingDue(facts));
  }

  private static Reason nothingDue(AccountFacts facts) {
    Money overdue =
        facts.items().stream()
            .filter(item -> item.daysOverdue(facts.day()) > 0)
            .map(ItemFacts::open)
            .reduce(Money.zero(facts.currency()), Money::plus);
    return overdue.isPositive()
        ? new Reason(
            "step.not-due",
            Words.money(overdue) + " is overdue, but no invoice has reached its next step yet.")
        : new Reason("nothing.overdue", "Nothing is overdue.");
  }
}
