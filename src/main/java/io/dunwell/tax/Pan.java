package io.dunwell.tax;

import io.dunwell.shared.RuleViolation;
import java.util.regex.Pattern;

/**
 * An Indian permanent account number: Income-tax Act 1961 s. 139A, Income-tax Act 2025 s. 262. Its
 * fourth letter says what its holder is; how the last letter is checked was never published, so
 * only the pattern is.
 *
 * @param value ten characters in capitals
 */
public record Pan(String value) {

  private static final Pattern PATTERN = Pattern.compile("[A-Z]{3}[ABCEFGHJLPTK][A-Z]\\d{4}[A-Z]");

  /**
   * @throws RuleViolation {@code pan.malformed}
   */
  public Pan {
    if (!isValid(value)) {
      throw new RuleViolation(
          "pan.malformed",
          "\""
              + value
              + "\" is no PAN: five letters, the fourth of A B C E F G H J K L P T, four digits,"
              + " one letter.");
    }
  }

  /** Whether a text has the form of a PAN. */
  public static boolean isValid(String text) {
    return PATTERN.matcher(text).matches();
  }
}
