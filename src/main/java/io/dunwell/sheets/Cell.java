package io.dunwell.sheets;

/**
 * One cell.
 *
 * @param text what it says, as the kind has it; empty for an empty cell
 */
public record Cell(CellKind kind, String text) {

  public static final Cell EMPTY = new Cell(CellKind.EMPTY, "");

  static Cell ofText(String text) {
    return text.isEmpty() ? EMPTY : new Cell(CellKind.TEXT, text);
  }
}
