package io.dunwell.einvoice;

import io.dunwell.shared.RuleViolation;
import java.util.List;
import java.util.stream.Collectors;

/** A document that breaks published rules, with every one of them. */
public class InvalidEinvoice extends RuleViolation {

  private final transient List<BrokenRule> broken;

  InvalidEinvoice(List<BrokenRule> broken) {
    super(
        "einvoice.invalid",
        "The document breaks the rules: "
            + broken.stream()
                .filter(BrokenRule::fatal)
                .limit(5)
                .map(rule -> rule.rule() + " (" + rule.text() + ")")
                .collect(Collectors.joining("; ")));
    this.broken = List.copyOf(broken);
  }

  /** What it breaks, warnings included. */
  public List<BrokenRule> broken() {
    return broken;
  }

  static void refuseIfFatal(List<BrokenRule> broken) {
    if (broken.stream().anyMatch(BrokenRule::fatal)) {
      throw new InvalidEinvoice(broken);
    }
  }
}
