package io.dunwell.shared.export;

/** What the cells of an exported column hold. */
public enum ColumnType {
  /** Words and identifiers; neutralised so that no spreadsheet takes them for a formula. */
  TEXT,
  /** A {@link java.time.LocalDate}. */
  DATE,
  /** A {@link java.math.BigDecimal} or {@link io.dunwell.shared.Money}, as a plain number. */
  AMOUNT,
  /** A whole number. */
  NUMBER
}
