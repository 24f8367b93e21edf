package io.dunwell.dunning;

import io.dunwell.shared.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say about an account on a day: an act, or the reason why there is none.
 *
 * @param facts what was decided upon
 * @param verdicts the answer for each item
 * @param act what is to be done, or null
 * @param reason why nothing is done, or null if something is
 */
record Decision(
    AccountFacts facts, List<Verdict> verdicts, @Nullable Act act, @Nullable Reason reason) {

  Decision {
    verdicts = List.copyOf(verdicts);
    if ((act == null) == (reason == null)) {
      throw new IllegalArgumentException("Either an act or a reason");
    }
  }

  /** Whether all that is missing is somewhere to send the letter. */
  boolean wantsContact() {
    return reason != null && reason.code().startsWith("address.");
  }

  /** The answer for one item: it climbs (no reason), or why it does not. */
  record Verdict(ItemFacts item, @Nullable Reason reason) {}

  /**
   * One act of a stage.
   *
   * @param level the rung that gives the act its meaning
   * @param lines the items that climb, then the account's other overdue ones
   */
  record Act(Level level, List<Line> lines) {

    Act {
      lines = List.copyOf(lines);
    }

    int stage() {
      return level.level();
    }

    List<Line> raised() {
      return lines.stream().filter(Line::raised).toList();
    }
  }

  /**
   * A line of a notice.
   *
   * @param level the item's level after the act
   * @param raised whether it climbed by the act
   * @param open what is asked for: open less held
   */
  record Line(ItemFacts item, int level, boolean raised, Money open) {}
}
