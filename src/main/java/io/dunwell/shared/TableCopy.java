package io.dunwell.shared;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.JdbcOperations;

/** Brings many rows into a table by COPY, in the caller's transaction. */
public final class TableCopy {

  private static final int CHUNK = 1 << 16;

  private TableCopy() {}

  /**
   * Writes the rows.
   *
   * @param target the table and its columns, for example {@code ledger.entry (seq, key)}
   * @param columns says, for one row, the value of each column in that order
   * @return how many rows were written
   * @throws org.springframework.dao.DataAccessException if the table refuses a row: none is written
   */
  public static <T> long into(
      JdbcOperations jdbc, String target, Iterable<T> rows, BiConsumer<T, Row> columns) {
    Long written = jdbc.execute((Connection connection) -> copy(connection, target, rows, columns));
    return written == null ? 0 : written;
  }

  private static <T> Long copy(
      Connection connection, String target, Iterable<T> rows, BiConsumer<T, Row> columns)
      throws SQLException {
    CopyIn copy =
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + target + " from stdin");
    try {
      Row row = new Row();
      for (T each : rows) {
        columns.accept(each, row);
        row.end();
        if (row.text.length() >= CHUNK) {
          row.flushTo(copy);
        }
      }
      row.flushTo(copy);
      return copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  /** The row being written: one call of {@link #add} for each column. */
  public static final class Row {

    private final StringBuilder text = new StringBuilder(CHUNK + 4096);
    private boolean started;

    private Row() {}

    /** The next column's value: a text, number, date, instant, UUID, boolean or null. */
    public Row add(@Nullable Object value) {
      if (started) {
        text.append('\t');
      }
      started = true;
      if (value == null) {
        text.append("\\N");
      } else if (value instanceof String string) {
        escape(string);
      } else {
        text.append(value instanceof BigDecimal d ? d.toPlainString() : value);
      }
      return this;
    }

    private void escape(String value) {
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        switch (c) {
          case '\t' -> text.append("\\t");
          case '\n' -> text.append("\\n");
          case '\r' -> text.append("\\r");
          case '\\' -> text.append("\\\\");
          default -> text.append(c);
        }
      }
    }

    private void end() {
      text.append('\n');
      started = false;
    }

    private void flushTo(CopyIn copy) throws SQLException {
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      copy.writeToCopy(bytes, 0, bytes.length);
      text.setLength(0);
    }
  }
}
