package io.dunwell.shared.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table that is written row by row to a stream. Memory stays flat however many rows there are.
 * Closing it completes the file; the stream itself stays open.
 */
public interface Table extends AutoCloseable {

  /**
   * Writes one row.
   *
   * @param cells one per column, in order: strings, dates, {@link java.math.BigDecimal}, {@link
   *     io.dunwell.shared.Money}, whole numbers; null leaves the cell empty
   * @throws IllegalArgumentException if there are not as many cells as columns
   */
  void row(@Nullable Object... cells) throws IOException;

  @Override
  void close() throws IOException;

  /** A CSV file as RFC 4180 has it: UTF-8, commas, CRLF, a first line with the titles. */
  static Table csv(OutputStream out, List<Column> columns) throws IOException {
    return new CsvTable(out, columns);
  }

  /** An Excel workbook with one sheet, the titles bold and held in view. */
  static Table xlsx(OutputStream out, String sheet, List<Column> columns) throws IOException {
    return new XlsxTable(out, sheet, columns);
  }
}
