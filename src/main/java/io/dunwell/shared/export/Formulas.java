package io.dunwell.shared.export;

/** Keeps spreadsheets from running what was only meant to be read. */
public final class Formulas {

  /** Full-width forms count too: some programs fold them to the plain ones. */
  private static final String STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private Formulas() {}

  /** The text with an apostrophe in front if a spreadsheet would take it for a formula. */
  public static String neutralised(String text) {
    return startsFormula(text) ? "'" + text : text;
  }

  /** The text without the apostrophe that {@link #neutralised} put in front, if it did. */
  public static String restored(String text) {
    return text.startsWith("'") && startsFormula(text.substring(1)) ? text.substring(1) : text;
  }

  private static boolean startsFormula(String text) {
    return !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0;
  }
}
