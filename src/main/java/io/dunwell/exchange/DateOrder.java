package io.dunwell.exchange;

import io.dunwell.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** Which of two numbers in a date is the day. */
enum DateOrder {
  DAY_FIRST("d/M"),
  MONTH_FIRST("M/d"),
  /** The question does not arise. */
  NONE("");

  private final String text;

  DateOrder(String text) {
    this.text = text;
  }

  /**
   * What a person answered: {@code dmy} or {@code mdy}; null if nothing.
   *
   * @throws RuleViolation {@code import.date-order-unknown}
   */
  static @Nullable DateOrder of(@Nullable String answer) {
    if (answer == null || answer.isBlank()) {
      return null;
    }
    return switch (answer) {
      case "dmy" -> DAY_FIRST;
      case "mdy" -> MONTH_FIRST;
      default ->
          throw new RuleViolation(
              "import.date-order-unknown", "Say dateOrder=dmy or dateOrder=mdy.");
    };
  }

  @Override
  public String toString() {
    return text;
  }
}
