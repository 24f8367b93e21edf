package io.dunwell.tax;

import io.dunwell.shared.RuleViolation;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A goods and services tax identification number: CGST Act s. 25, CGST Rules r. 10: state, PAN,
 * number of the registration, a letter, and a check character over base 36.
 *
 * @param value fifteen characters in capitals
 */
public record Gstin(String value) {

  private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /** Ordinary taxpayers and those who deduct (D) or collect (C) at source. */
  private static final Pattern PATTERN =
      Pattern.compile("\\d{2}[A-Z]{4}[A-Z0-9]\\d{4}[A-Z][1-9A-Z][A-Z][0-9A-Z]");

  /**
   * @throws RuleViolation {@code gstin.malformed} or {@code gstin.check-digit}
   */
  public Gstin {
    if (!PATTERN.matcher(value).matches() || GstState.find(value.substring(0, 2)).isEmpty()) {
      throw new RuleViolation(
          "gstin.malformed",
          "\"" + value + "\" is no GSTIN: a state's two digits, a PAN, and three more characters.");
    }
    char expected = checkDigit(value.substring(0, 14));
    if (value.charAt(14) != expected) {
      throw new RuleViolation(
          "gstin.check-digit",
          "The last character of GSTIN " + value + " does not fit the others: a typing error?");
    }
  }

  /** The number written in {@code text}, whatever its case and blanks. */
  public static Gstin of(String text) {
    return new Gstin(text.replaceAll("\\s", "").toUpperCase(Locale.ROOT));
  }

  /** Whether a text is a GSTIN with the right check character. */
  public static boolean isValid(String text) {
    return PATTERN.matcher(text).matches()
        && GstState.find(text.substring(0, 2)).isPresent()
        && text.charAt(14) == checkDigit(text.substring(0, 14));
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
