package io.dunwell.exchange;

import io.dunwell.shared.RuleViolation;
import io.dunwell.sheets.Cell;
import io.dunwell.sheets.CellKind;

/** Cells that hold nothing that could be read, whatever the field. */
final class BrokenCells {

  private BrokenCells() {}

  static void refuse(Cell cell) {
    if (cell.kind() == CellKind.ERROR) {
      throw new RuleViolation(
          "cell.error", "The spreadsheet itself shows an error here; correct it there.");
    }
    if (cell.kind() == CellKind.UNCALCULATED) {
      throw new RuleViolation(
          "cell.formula-without-value",
          "The formula has no stored result; open and save the file in Excel, or paste values.");
    }
    if (cell.text()
        .chars()
        .anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
      throw new RuleViolation(
          "text.control-character", "There is a character here that is no text; retype the cell.");
    }
  }
}
