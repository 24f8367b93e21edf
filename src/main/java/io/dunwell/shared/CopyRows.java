package io.dunwell.shared;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Rows on their way into a table by PostgreSQL's COPY, several times faster than inserts. It works
 * in the current transaction.
 *
 * <pre>{@code
 * CopyRows rows = new CopyRows("ledger.posting (entry, line)");
 * rows.add(7).add(1).end();
 * rows.write(jdbc);
 * }</pre>
 */
public final class CopyRows {

  private final String target;
  private final StringBuilder text = new StringBuilder(1 << 16);
  private boolean midRow;
  private long count;

  /**
   * @param target the table and its columns, {@code schema.table (column, …)}
   */
  public CopyRows(String target) {
    this.target = target;
  }

  /** Adds the next column's value as its text; null is SQL's null. */
  public CopyRows add(@Nullable Object value) {
    if (midRow) {
      text.append('\t');
    }
    midRow = true;
    if (value == null) {
      text.append("\\N");
    } else if (value instanceof String string) {
      escape(string);
    } else {
      text.append(value);
    }
    return this;
  }

  /** Ends the row. */
  public void end() {
    text.append('\n');
    midRow = false;
    count++;
  }

  /** Writes the rows that were added, and returns how many. */
  public long write(JdbcOperations jdbc) {
    if (count > 0) {
      jdbc.execute((ConnectionCallback<Long>) this::copy);
    }
    return count;
  }

  private Long copy(java.sql.Connection connection) throws java.sql.SQLException {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    var copy =
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + target + " from stdin");
    try {
      copy.writeToCopy(bytes, 0, bytes.length);
      return copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private void escape(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
  }
}
