package io.dunwell.tax;

import static io.dunwell.tax.IdForm.Place.DIGIT;
import static io.dunwell.tax.IdForm.Place.HOLDER;
import static io.dunwell.tax.IdForm.Place.LETTER;

import io.dunwell.shared.RuleViolation;
import java.util.List;
import java.util.Locale;

/**
 * An Indian permanent account number: Income-tax Act 1961 s. 139A, Income-tax Act 2025 s. 262. Its
 * fourth letter says what its holder is; how the last letter is checked was never published, so
 * only the form is.
 *
 * @param value ten characters in capitals
 */
public record Pan(String value) {

  private static final IdForm FORM =
      new IdForm(
          "PAN",
          List.of(LETTER, LETTER, LETTER, HOLDER, LETTER, DIGIT, DIGIT, DIGIT, DIGIT, LETTER));

  /**
   * @throws RuleViolation {@code pan.malformed}
   */
  public Pan {
    FORM.misfit(value)
        .ifPresent(
            sentence -> {
              throw new RuleViolation("pan.malformed", sentence);
            });
  }

  /** The number written in {@code text}, whatever its case and blanks. */
  public static Pan of(String text) {
    return new Pan(text.replaceAll("\\s", "").toUpperCase(Locale.ROOT));
  }

  /** Whether a text has the form of a PAN. */
  public static boolean isValid(String text) {
    return FORM.misfit(text).isEmpty();
  }
}
