package io.dunwell.numbering;

import io.dunwell.shared.RuleViolation;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * How the numbers of a series look, for example {@code INV/{fy}/{seq:6}}. The fiscal year is {@code
 * {fy}} (2627, or 2026 where it is the calendar's) or {@code {yyyy}}, the running number {@code
 * {seq:n}} with n digits. GST allows 16 characters: letters, digits, dash and slash; the tax portal
 * reads letters as capitals and takes no number that begins with a zero, a dash or a slash.
 */
record NumberPattern(String text) {

  static final int LONGEST = 16;

  private static final Pattern SEQ = Pattern.compile("\\{seq:([1-9])}");
  private static final Pattern CHARACTERS = Pattern.compile("[A-Z0-9/-]+");
  private static final Pattern BEGINNING = Pattern.compile("[A-Z1-9].*");
  private static final char ANY_DIGIT = '#';

  /**
   * @throws RuleViolation {@code number-series.pattern}
   */
  NumberPattern {
    refuse(SEQ.matcher(text).results().count() != 1, "holds {seq:6} once: the running number");
    refuse(
        !text.contains("{fy}") && !text.contains("{yyyy}"),
        "holds {fy} or {yyyy}: numbers begin again with each fiscal year");
    String longest = filled(text, 2026, 4, 1);
    refuse(
        !CHARACTERS.matcher(longest).matches(),
        "consists of capitals, digits, dash and slash beside its fields");
    refuse(
        text.startsWith("{seq") || !BEGINNING.matcher(longest).matches(),
        "begins with a capital, a digit from 1 to 9 or the fiscal year, as the tax portal wants it");
    refuse(longest.length() > LONGEST, "makes numbers of at most 16 characters");
  }

  /**
   * The number.
   *
   * @param fiscalYear the calendar year in which it begins
   * @param firstMonth the month in which it begins, 1 to 12
   * @throws RuleViolation {@code number-series.exhausted}
   */
  String number(int fiscalYear, int firstMonth, int seq) {
    String number = filled(text, fiscalYear, firstMonth, seq);
    if (String.valueOf(seq).length() > digits()) {
      throw new RuleViolation(
          "number-series.exhausted",
          "The series " + text + " has no number left this year; give its pattern more digits.");
    }
    return number;
  }

  /** Whether some number, of whichever year, may belong to both series. */
  boolean mayMeet(NumberPattern other) {
    String mine = shape();
    String theirs = other.shape();
    return mine.length() == theirs.length()
        && IntStream.range(0, mine.length()).allMatch(i -> meet(mine.charAt(i), theirs.charAt(i)));
  }

  /** What numbers of the series look like, as a regular expression. */
  String expression() {
    return "^" + shape().replace(String.valueOf(ANY_DIGIT), "[0-9]") + "$";
  }

  private String shape() {
    String year = String.valueOf(ANY_DIGIT).repeat(4);
    return SEQ.matcher(text.replace("{fy}", year).replace("{yyyy}", year))
        .replaceAll(field -> String.valueOf(ANY_DIGIT).repeat(Integer.parseInt(field.group(1))));
  }

  private static boolean meet(char mine, char theirs) {
    return mine == theirs
        || (mine == ANY_DIGIT && Character.isDigit(theirs))
        || (theirs == ANY_DIGIT && Character.isDigit(mine));
  }

  private int digits() {
    Matcher seq = SEQ.matcher(text);
    return seq.find() ? Integer.parseInt(seq.group(1)) : 0;
  }

  private static String filled(String text, int fiscalYear, int firstMonth, int seq) {
    String calendar = String.valueOf(fiscalYear);
    String twoYears =
        String.format(Locale.ROOT, "%02d%02d", fiscalYear % 100, (fiscalYear + 1) % 100);
    String years =
        text.replace("{fy}", firstMonth == 1 ? calendar : twoYears).replace("{yyyy}", calendar);
    return SEQ.matcher(years)
        .replaceAll(
            field -> String.format(Locale.ROOT, "%0" + field.group(1) + "d", Integer.valueOf(seq)));
  }

  private static void refuse(boolean wrong, String rule) {
    if (wrong) {
      throw new RuleViolation(
          "number-series.pattern", "A pattern such as INV/{fy}/{seq:6} " + rule + ".");
    }
  }
}
