package io.dunwell.sheets;

/** What a file says that a cell holds. In a CSV file everything is text. */
public enum CellKind {
  EMPTY,
  TEXT,
  /** A number; its text is plain, with a dot and without an exponent. */
  NUMBER,
  /** A date or a moment, as ISO 8601 writes it. */
  DATE,
  BOOLEAN,
  /** An error such as {@code #REF!}, or a number that is none. */
  ERROR,
  /** A formula whose result is not stored; formulas are never computed here. */
  UNCALCULATED
}
