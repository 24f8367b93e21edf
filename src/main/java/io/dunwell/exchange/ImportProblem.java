package io.dunwell.exchange;

import org.jspecify.annotations.Nullable;

/**
 * Something about a row that a person should know.
 *
 * @param row as a spreadsheet counts it: the first row of the file is 1; 0 for the whole file
 * @param field the profile's field, or null if it is about the row
 * @param value what stands in the file
 * @param code for example {@code date.unreadable}
 * @param message a sentence with the remedy
 * @param severity whether the row is stopped by it
 */
public record ImportProblem(
    int row,
    @Nullable String field,
    @Nullable String value,
    String code,
    String message,
    Severity severity) {

  /** How much it matters. */
  public enum Severity {
    /** The row is in quarantine. */
    ERROR,
    /** The row differs from what is on the books; a person decides. */
    CONFLICT,
    /** The row was taken, or was there already; somebody may want to look. */
    NOTICE
  }
}
