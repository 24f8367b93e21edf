package io.dunwell.correspondence;

import io.dunwell.shared.RuleViolation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The letters that Dunwell ships; no other template is ever evaluated. */
public enum LetterTemplate {
  COURTESY_NOTE,
  REMINDER,
  SECOND_REMINDER,
  FINAL_NOTICE,
  MANAGEMENT_ESCALATION,
  LEGAL_REFERRAL,
  STATEMENT,
  MANUAL,
  /** Goes with an invoice, and is not one of the letters that chase it. */
  INVOICE,
  /** Goes with a credit note. */
  CREDIT_NOTE;

  private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The template's name in policies, interfaces and message keys. */
  public String key() {
    return key;
  }

  /** Whether it only goes with a document, and says nothing about the account. */
  boolean isCover() {
    return this == INVOICE || this == CREDIT_NOTE;
  }

  /** All names, from the gentlest on. */
  public static List<String> names() {
    return Arrays.stream(values()).map(LetterTemplate::key).toList();
  }

  /**
   * The template of that name.
   *
   * @throws RuleViolation {@code letter-template.unknown}
   */
  public static LetterTemplate of(String key) {
    return Arrays.stream(values())
        .filter(template -> template.key.equals(key))
        .findFirst()
        .orElseThrow(() -> unknown(key));
  }

  private static RuleViolation unknown(String key) {
    return new RuleViolation(
        "letter-template.unknown",
        "There is no letter template “" + key + "”; there are " + String.join(", ", names()) + ".");
  }
}
