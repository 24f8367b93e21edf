package io.dunwell.shared.export;

import io.dunwell.shared.Money;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class CsvTable implements Table {

  private final Writer out;
  private final List<Column> columns;

  CsvTable(OutputStream out, List<Column> columns) throws IOException {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 64 * 1024);
    this.columns = List.copyOf(columns);
    for (int i = 0; i < columns.size(); i++) {
      cell(i, Formulas.neutralised(columns.get(i).title()));
    }
    out("\r\n");
  }

  @Override
  public void row(@Nullable Object... cells) throws IOException {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(cells.length + " cells for " + columns.size());
    }
    for (int i = 0; i < cells.length; i++) {
      cell(i, text(cells[i]));
    }
    out("\r\n");
  }

  @Override
  public void close() throws IOException {
    out.flush();
  }

  private static String text(@Nullable Object cell) {
    if (cell == null) {
      return "";
    }
    if (cell instanceof Money money) {
      return money.text();
    }
    if (cell instanceof BigDecimal amount) {
      return amount.toPlainString();
    }
    return cell instanceof Number ? cell.toString() : Formulas.neutralised(cell.toString());
  }

  private void cell(int index, String text) throws IOException {
    if (index > 0) {
      out(",");
    }
    out(needsQuotes(text) ? '"' + text.replace("\"", "\"\"") + '"' : text);
  }

  private static boolean needsQuotes(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ',' || c == '"' || c == '\r' || c == '\n' || c == ';') {
        return true;
      }
    }
    return false;
  }

  private void out(String text) throws IOException {
    out.write(text);
  }
}
