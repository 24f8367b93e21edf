package io.dunwell.sheets;

import java.util.List;

/**
 * One row of a table.
 *
 * @param number its number as a spreadsheet counts: the first row of the file is 1
 * @param cells from the first column on; there may be fewer than in other rows
 */
public record SheetRow(int number, List<Cell> cells) {

  public SheetRow {
    cells = List.copyOf(cells);
  }

  /** The cell in the column that is counted from 0; an empty one beyond the last. */
  public Cell cell(int column) {
    return column < cells.size() ? cells.get(column) : Cell.EMPTY;
  }

  /** What the cells say, in order. */
  public List<String> texts() {
    return cells.stream().map(Cell::text).toList();
  }

  boolean blank() {
    return cells.stream().allMatch(cell -> cell.text().isBlank());
  }
}
