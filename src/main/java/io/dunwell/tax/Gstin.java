package io.dunwell.tax;

import static io.dunwell.tax.IdForm.Place.DIGIT;
import static io.dunwell.tax.IdForm.Place.EITHER;
import static io.dunwell.tax.IdForm.Place.LETTER;
import static io.dunwell.tax.IdForm.Place.NO_ZERO;

import io.dunwell.shared.RuleViolation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A goods and services tax identification number: CGST Act s. 25, CGST Rules r. 10: state, PAN,
 * number of the registration, a letter, and a check character over base 36.
 *
 * @param value fifteen characters in capitals
 */
public record Gstin(String value) {

  private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /** Ordinary taxpayers and those who deduct (D) or collect (C) at source. */
  private static final IdForm FORM =
      new IdForm(
          "GSTIN",
          List.of(
              DIGIT, DIGIT, LETTER, LETTER, LETTER, LETTER, EITHER, DIGIT, DIGIT, DIGIT, DIGIT,
              LETTER, NO_ZERO, LETTER, EITHER));

  /**
   * @throws RuleViolation {@code gstin.malformed} or {@code gstin.check-digit}
   */
  public Gstin {
    FORM.misfit(value)
        .or(() -> foreignState(value))
        .ifPresent(
            sentence -> {
              throw new RuleViolation("gstin.malformed", sentence);
            });
    char expected = checkDigit(value.substring(0, 14));
    if (value.charAt(14) != expected) {
      throw new RuleViolation(
          "gstin.check-digit",
          "GSTIN %s should end with %c, not %c. If the last character is right, one of the others is mistyped."
              .formatted(value, expected, value.charAt(14)));
    }
  }

  /** The number written in {@code text}, whatever its case and blanks. */
  public static Gstin of(String text) {
    return new Gstin(text.replaceAll("\\s", "").toUpperCase(Locale.ROOT));
  }

  /** Whether a text is a GSTIN with the right check character. */
  public static boolean isValid(String text) {
    return FORM.misfit(text).isEmpty()
        && foreignState(text).isEmpty()
        && text.charAt(14) == checkDigit(text.substring(0, 14));
  }

  private static Optional<String> foreignState(String value) {
    String state = value.substring(0, 2);
    return GstState.find(state).isPresent()
        ? Optional.empty()
        : Optional.of(
            "“%s” is no GSTIN: it begins with %s, which is no state’s number."
                .formatted(value, state));
  }

  /** The state it is registered in. */
  public GstState state() {
    return GstState.of(value.substring(0, 2));
  }

  /** Its holder's permanent account number. */
  public String pan() {
    return value.substring(2, 12);
  }

  /** Modulus 36, every other digit twice, the digits of each product added (as Luhn does). */
  private static char checkDigit(String body) {
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      int product = DIGITS.indexOf(body.charAt(i)) * (i % 2 == 0 ? 1 : 2);
      sum += product / DIGITS.length() + product % DIGITS.length();
    }
    return DIGITS.charAt((DIGITS.length() - sum % DIGITS.length()) % DIGITS.length());
  }
}
