package io.dunwell.receivables;

import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Reads ageing rows one after the other by COPY: flat memory as with a cursor, but PostgreSQL may
 * use several processes, which it does not for a cursor.
 */
@Component
class AgeingRows {

  private static final int FIRST_AMOUNT = 5;

  private final JdbcTemplate jdbc;

  AgeingRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void each(AgeingQuery query, Consumer<AgeingRow> reader) {
    String sql = "copy (" + new AgeingSql(query).text() + ") to stdout";
    jdbc.execute((Connection connection) -> read(connection, sql, reader));
  }

  AgeingSlice slice(AgeingQuery query, AgeingOrder order, int size, long offset) {
    MapSqlParameterSource params = find(order).addValue("size", size).addValue("offset", offset);
    List<AgeingRow> shown = new ArrayList<>();
    List<AgeingRow> totals = new ArrayList<>();
    long[] count = new long[1];
    new NamedParameterJdbcTemplate(jdbc)
        .query(
            new AgeingSql(query).slice(order),
            params,
            row -> {
              boolean total = row.getInt("kind") == 1;
              (total ? totals : shown).add(row(row, 2));
              count[0] += total ? row.getLong("no") : 0;
            });
    totals.sort(Comparator.comparing(total -> total.notDue().currency().getCurrencyCode()));
    return new AgeingSlice(shown, totals, count[0]);
  }

  void sorted(AgeingQuery query, AgeingOrder order, Consumer<AgeingRow> reader) {
    JdbcTemplate streaming = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
    streaming.setFetchSize(1000);
    new NamedParameterJdbcTemplate(streaming)
        .query(
            new AgeingSql(query).sorted(order),
            find(order),
            row -> {
              reader.accept(row(row, 0));
            });
  }

  private static MapSqlParameterSource find(AgeingOrder order) {
    return new MapSqlParameterSource("find", order.pattern());
  }

  /** A row whose columns begin behind {@code before} others. */
  private static AgeingRow row(ResultSet row, int before) throws SQLException {
    int first = before + FIRST_AMOUNT + 1;
    int last = row.getMetaData().getColumnCount();
    Currency currency = Currency.getInstance(row.getString(before + 5));
    List<Money> buckets = new ArrayList<>(last - first);
    for (int i = first + 1; i < last; i++) {
      buckets.add(new Money(row.getBigDecimal(i), currency));
    }
    return new AgeingRow(
        row.getString(before + 1),
        row.getString(before + 2),
        row.getString(before + 3),
        row.getObject(before + 4, LocalDate.class),
        new Money(row.getBigDecimal(first), currency),
        buckets,
        new Money(row.getBigDecimal(last), currency));
  }

  /** The currencies that accounts are in. */
  List<Currency> currencies() {
    return jdbc
        .queryForList("select distinct currency from receivables.account", String.class)
        .stream()
        .map(Currency::getInstance)
        .toList();
  }

  /**
   * A reader that fails, because the caller hung up or a rate is missing, does not end the COPY:
   * breaking one off leaves the connection in the middle of it. The rest is read for nothing.
   */
  private static Boolean read(Connection connection, String sql, Consumer<AgeingRow> reader)
      throws SQLException {
    CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql);
    RuntimeException failure = null;
    for (byte[] line = copy.readFromCopy(); line != null; line = copy.readFromCopy()) {
      if (failure == null) {
        try {
          reader.accept(row(columns(new String(line, StandardCharsets.UTF_8))));
        } catch (RuntimeException e) {
          failure = e;
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
    return true;
  }

  private static AgeingRow row(List<@Nullable String> columns) {
    Currency currency = Currency.getInstance(text(columns, 4));
    int last = columns.size() - 1;
    List<Money> buckets = new ArrayList<>(last - FIRST_AMOUNT);
    for (int i = FIRST_AMOUNT + 1; i < last; i++) {
      buckets.add(money(columns, i, currency));
    }
    String dueOn = columns.get(3);
    return new AgeingRow(
        text(columns, 0),
        columns.get(1),
        columns.get(2),
        dueOn == null ? null : LocalDate.parse(dueOn),
        money(columns, FIRST_AMOUNT, currency),
        buckets,
        money(columns, last, currency));
  }

  private static Money money(List<@Nullable String> columns, int index, Currency currency) {
    return new Money(new BigDecimal(text(columns, index)), currency);
  }

  private static String text(List<@Nullable String> columns, int index) {
    String text = columns.get(index);
    if (text == null) {
      throw new IllegalStateException("Column " + index + " of an ageing row is null");
    }
    return text;
  }

  private static List<@Nullable String> columns(String line) {
    List<@Nullable String> columns = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\t' || c == '\n') {
        columns.add(unescaped(line.substring(from, i)));
        from = i + 1;
      }
    }
    return columns;
  }

  private static @Nullable String unescaped(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    if (text.equals("\\N")) {
      return null;
    }
    return text.translateEscapes();
  }
}
