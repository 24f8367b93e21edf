package io.dunwell.shared.export;

import io.dunwell.shared.Money;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

final class XlsxTable implements Table {

  private static final int ROWS_PER_FLUSH = 500;
  private static final int LONGEST_SHEET_NAME = 31;
  private static final int LONGEST_CELL = 32_767;

  private final Workbook workbook;
  private final Worksheet sheet;
  private final List<Column> columns;
  private int row;

  XlsxTable(OutputStream out, String title, List<Column> columns) throws IOException {
    this.workbook = new Workbook(new StaysOpen(out), "Dunwell", "1.0");
    this.sheet = workbook.newWorksheet(sheetName(title));
    this.columns = List.copyOf(columns);
    sheet.freezePane(0, 1);
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      sheet.width(i, column.type() == ColumnType.TEXT ? 24 : 14);
      sheet.inlineString(0, i, Formulas.neutralised(column.title()));
      sheet.style(0, i).bold().set();
    }
    row = 1;
  }

  @Override
  public void row(@Nullable Object... cells) throws IOException {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(cells.length + " cells for " + columns.size());
    }
    for (int i = 0; i < cells.length; i++) {
      Object cell = cells[i];
      if (cell != null) {
        cell(i, cell);
      }
    }
    row++;
    if (row % ROWS_PER_FLUSH == 0) {
      sheet.flush();
    }
  }

  @Override
  public void close() throws IOException {
    sheet.finish();
    workbook.finish();
  }

  private void cell(int index, Object cell) {
    if (cell instanceof Money money) {
      amount(index, money.amount());
    } else if (cell instanceof BigDecimal amount) {
      amount(index, amount);
    } else if (cell instanceof Number number) {
      sheet.value(row, index, number);
    } else if (cell instanceof LocalDate date) {
      sheet.value(row, index, date);
      sheet.style(row, index).format("yyyy-mm-dd").set();
    } else {
      String text = Formulas.neutralised(cell.toString());
      sheet.inlineString(row, index, text.substring(0, Math.min(text.length(), LONGEST_CELL)));
    }
  }

  private void amount(int index, BigDecimal amount) {
    sheet.value(row, index, amount);
    String decimals = "0".repeat(Math.max(amount.scale(), 0));
    sheet.style(row, index).format(decimals.isEmpty() ? "#,##0" : "#,##0." + decimals).set();
  }

  private static String sheetName(String title) {
    String name = title.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
    String used = name.isEmpty() ? "Sheet1" : name;
    return used.substring(0, Math.min(used.length(), LONGEST_SHEET_NAME));
  }

  /** The caller opened the stream, so the caller closes it. */
  private static final class StaysOpen extends FilterOutputStream {

    StaysOpen(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
