package io.dunwell.desk.web;

import io.dunwell.shared.export.Column;
import io.dunwell.shared.export.Table;
import io.dunwell.shared.export.TableFormat;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;

/** A list on its way to the browser as a file. */
final class Download<T> {

  private final String name;
  private final List<Column> columns;
  private final Function<T, @Nullable Object[]> cells;

  /**
   * @param name the file's name without ending
   * @param cells what stands in the columns for one row
   */
  Download(String name, List<Column> columns, Function<T, @Nullable Object[]> cells) {
    this.name = name;
    this.columns = columns;
    this.cells = cells;
  }

  /** Sends all rows that the source gives to its reader. */
  void send(HttpServletResponse response, TableFormat format, Consumer<Consumer<T>> source)
      throws IOException {
    response.setContentType(format.mediaType());
    response.setHeader(
        "Content-Disposition",
        ContentDisposition.attachment()
            .filename(name + "." + format.extension())
            .build()
            .toString());
    try (Table table = format.open(response.getOutputStream(), name, columns)) {
      source.accept(row -> write(table, row));
    }
  }

  private void write(Table table, T row) {
    try {
      table.row(cells.apply(row));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
