package io.dunwell.exchange;

import io.dunwell.shared.RuleViolation;
import io.dunwell.sheets.Cell;
import io.dunwell.sheets.CellKind;
import java.util.regex.Pattern;

/** Reads identifiers: text as it stands, and what spreadsheets have made of it. */
final class Identifiers {

  /** Beyond so many digits a spreadsheet has replaced the rest by zeros. */
  private static final int DIGITS_KEPT = 15;

  private static final int LONGEST = 100;
  private static final Pattern FLOAT = Pattern.compile("-?\\d+\\.0+");
  private static final Pattern SCIENTIFIC =
      Pattern.compile("-?\\d([.,]\\d+[eE][+-]?|\\d*[eE]\\+)\\d{1,3}");

  private Identifiers() {}

  /** Whether the text is a whole number that a spreadsheet wrote as a decimal one. */
  static boolean looksLikeFloat(Cell cell) {
    return cell.kind() == CellKind.TEXT && FLOAT.matcher(cell.text().strip()).matches();
  }

  /**
   * @throws RuleViolation {@code identifier.…}
   */
  static String read(Cell cell) {
    String text = cell.text().strip();
    if (text.length() > LONGEST) {
      throw new RuleViolation(
          "identifier.too-long", "An identifier has at most %d characters.".formatted(LONGEST));
    }
    return cell.kind() == CellKind.NUMBER ? number(text) : text(text);
  }

  private static String number(String text) {
    if (text.contains(".")) {
      throw new RuleViolation(
          "identifier.fraction", "An identifier cannot be a fraction; format the column as text.");
    }
    if (text.replaceAll("^-?0*", "").length() > DIGITS_KEPT) {
      throw new RuleViolation(
          "identifier.digits-lost",
          "A spreadsheet keeps 15 digits of a number; format the column as text and export again.");
    }
    return text;
  }

  private static String text(String text) {
    if (SCIENTIFIC.matcher(text).matches()) {
      throw new RuleViolation(
          "identifier.scientific-notation",
          "A spreadsheet has shortened this number and its digits may be lost;"
              + " format the column as text or as a number without decimals and export again.");
    }
    return FLOAT.matcher(text).matches() ? text.substring(0, text.indexOf('.')) : text;
  }
}
