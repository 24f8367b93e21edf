package io.dunwell.dunning;

import io.dunwell.resolution.HoldId;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import io.dunwell.workflow.Answer;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;

/**
 * What a manager decided, as the form {@code decide-escalation} asks for it.
 *
 * @param answer the form's fields
 */
public record EscalationDecision(Answer answer) {

  /** What happens next. */
  public enum Kind {
    CONTINUE,
    PAUSE,
    WRITE_OFF,
    LIFT_HOLD
  }

  /**
   * What was decided.
   *
   * @throws RuleViolation {@code answer.missing}
   */
  public Kind kind() {
    return answer.choice("decision", Kind.class, "Choose what happens next.");
  }

  LocalDate pauseUntil() {
    return answer.day("pauseUntil", "Say until which day the chase is paused.");
  }

  String reason() {
    return answer.text("reason", "Give the reason: it is recorded with the decision.");
  }

  /** The reason or the note, whichever was given; may be empty. */
  String note() {
    return answer.text("reason").or(() -> answer.text("note")).orElse("");
  }

  Optional<Money> writeOffAmount(Currency currency) {
    try {
      return answer.amount("writeOffAmount").map(amount -> new Money(amount, currency));
    } catch (ArithmeticException e) {
      throw new RuleViolation(
          "answer.not-an-amount",
          currency + " has " + currency.getDefaultFractionDigits() + " decimals.");
    }
  }

  HoldId hold() {
    String id = answer.text("hold", "Choose the hold to lift.");
    try {
      return new HoldId(UUID.fromString(id));
    } catch (IllegalArgumentException e) {
      throw new RuleViolation("hold.unknown", "There is no hold " + id + ".");
    }
  }
}
