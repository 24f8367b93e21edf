package io.dunwell.sheets;

import io.dunwell.shared.RuleViolation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class XlsxSheet implements Sheet {

  private static final int MOST_COLUMNS = 2_000;

  private final XlsxArchive archive;
  private final XlsxCells cells;
  private final SafeXml xml;
  private int lastRow;

  private XlsxSheet(XlsxArchive archive, XlsxCells cells, SafeXml xml) {
    this.archive = archive;
    this.cells = cells;
    this.xml = xml;
  }

  static XlsxSheet open(Path file, SheetFormat format) throws IOException {
    XlsxArchive archive = XlsxArchive.open(file);
    try {
      XlsxWorkbook workbook = XlsxWorkbook.read(archive, format.sheet());
      XlsxCells cells =
          new XlsxCells(
              XlsxWorkbook.sharedStrings(archive),
              new XlsxStyles(archive.find("xl/styles.xml")),
              workbook.since1904());
      return new XlsxSheet(archive, cells, new SafeXml(archive.get(workbook.sheetPath())));
    } catch (RuleViolation | IOException e) {
      archive.close();
      throw e;
    }
  }

  @Override
  public @Nullable SheetRow next() {
    while (xml.nextStart("row")) {
      lastRow = xml.number("r", lastRow + 1);
      SheetRow row = new SheetRow(lastRow, row());
      if (!row.blank()) {
        return row;
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    xml.close();
    archive.close();
  }

  private List<Cell> row() {
    List<Cell> row = new ArrayList<>();
    while (xml.next() && !xml.ends("row")) {
      if (xml.starts("c")) {
        int column = column(xml.attribute("r"), row.size());
        while (row.size() < column) {
          row.add(Cell.EMPTY);
        }
        Cell cell = cells.read(xml);
        if (column < row.size()) {
          row.set(column, cell);
        } else {
          row.add(cell);
        }
      }
    }
    return row;
  }

  /** The column of a reference such as {@code AB12}, counted from 0. */
  private static int column(@Nullable String reference, int next) {
    int column = 0;
    for (int i = 0; reference != null && i < reference.length(); i++) {
      char c = reference.charAt(i);
      if (c < 'A' || c > 'Z' || column > MOST_COLUMNS) {
        break;
      }
      column = column * 26 + c - 'A' + 1;
    }
    if (column > MOST_COLUMNS) {
      throw new RuleViolation(
          "file.too-many-columns", "The sheet has more than %d columns.".formatted(MOST_COLUMNS));
    }
    return column == 0 ? next : column - 1;
  }
}
