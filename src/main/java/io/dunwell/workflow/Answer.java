package io.dunwell.workflow;

import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a person entered in a form, or a program sent in its place.
 *
 * @param fields by the key of the form's field; empty fields are left out
 */
public record Answer(Map<String, Object> fields) {

  /** Texts longer than this are refused: no field of a form needs more. */
  static final int LONGEST_TEXT = 2000;

  public Answer {
    Map<String, Object> filled = new HashMap<>();
    fields.forEach(
        (key, value) -> {
          if (value != null && !String.valueOf(value).isBlank()) {
            filled.put(key, value);
          }
        });
    fields = Collections.unmodifiableMap(filled);
  }

  /** An answer of one field. */
  public static Answer of(String field, Object value) {
    return new Answer(Map.of(field, value));
  }

  /**
   * What was written in the field, trimmed.
   *
   * @throws RuleViolation {@code answer.too-long}
   */
  public Optional<String> text(String field) {
    Optional<String> text = Optional.ofNullable(fields.get(field)).map(v -> v.toString().strip());
    if (text.isPresent() && text.get().length() > LONGEST_TEXT) {
      throw new RuleViolation(
          "answer.too-long", "Write at most " + LONGEST_TEXT + " characters in '" + field + "'.");
    }
    return text;
  }

  /**
   * What was written in the field.
   *
   * @param sentence what to tell the person if it is empty
   * @throws RuleViolation {@code answer.missing}
   */
  public String text(String field, String sentence) {
    return text(field).orElseThrow(() -> new RuleViolation("answer.missing", sentence));
  }

  /**
   * The day in the field.
   *
   * @throws RuleViolation {@code answer.not-a-day}
   */
  public Optional<LocalDate> day(String field) {
    try {
      return text(field).map(LocalDate::parse);
    } catch (DateTimeException e) {
      throw new RuleViolation(
          "answer.not-a-day", "Write the day as year-month-day, for example 2026-03-31.");
    }
  }

  /**
   * The day in the field.
   *
   * @param sentence what to tell the person if it is empty
   * @throws RuleViolation {@code answer.missing}, {@code answer.not-a-day}
   */
  public LocalDate day(String field, String sentence) {
    return day(field).orElseThrow(() -> new RuleViolation("answer.missing", sentence));
  }

  /**
   * The amount in the field.
   *
   * @throws RuleViolation {@code answer.not-an-amount}
   */
  public Optional<BigDecimal> amount(String field) {
    try {
      return text(field).map(BigDecimal::new);
    } catch (NumberFormatException e) {
      throw new RuleViolation(
          "answer.not-an-amount", "Write the amount in digits with a point, for example 1250.00.");
    }
  }

  /**
   * One of the choices.
   *
   * @param sentence what to tell the person if it is none of them
   * @throws RuleViolation {@code answer.missing}
   */
  public <E extends Enum<E>> E choice(String field, Class<E> choices, String sentence) {
    String chosen = text(field, sentence).toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(choices.getEnumConstants())
        .filter(choice -> choice.name().equals(chosen))
        .findFirst()
        .orElseThrow(() -> new RuleViolation("answer.missing", sentence));
  }
}
