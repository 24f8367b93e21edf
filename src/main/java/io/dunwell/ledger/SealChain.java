package io.dunwell.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads, computes and appends the seals of a table. */
@Component
class SealChain {

  private static final String START = "0".repeat(64);
  private static final int ROWS_AT_A_TIME = 5_000;

  private final JdbcTemplate jdbc;
  private final JdbcTemplate streaming;

  SealChain(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    this.streaming = new JdbcTemplate(java.util.Objects.requireNonNull(jdbc.getDataSource()));
    this.streaming.setFetchSize(ROWS_AT_A_TIME);
  }

  List<SealView> seals(SealedTable table) {
    return jdbc.query(
        "select * from ledger.seal where sealed_table = ? order by day",
        SealChain::seal,
        table.name());
  }

  @Nullable SealView last(SealedTable table) {
    return DataAccessUtils.singleResult(
        jdbc.query(
            "select * from ledger.seal where sealed_table = ? order by day desc limit 1",
            SealChain::seal,
            table.name()));
  }

  static String headOf(@Nullable SealView last) {
    return last == null ? START : last.digest();
  }

  @Nullable Instant firstRecordedAt(SealedTable table) {
    Timestamp first =
        jdbc.queryForObject("select min(recorded_at) from " + table.name(), Timestamp.class);
    return first == null ? null : first.toInstant();
  }

  /** The day's digest from the rows as they are now; needs a transaction to stream in. */
  Digested digest(SealedTable table, Instant from, Instant until, String previous) {
    DayDigest digest = new DayDigest();
    digest.add(previous);
    digest.add(table.name());
    digest.add(from.toString());
    digest.add(until.toString());
    streaming.query(
        table.rows(),
        row -> {
          int columns = row.getMetaData().getColumnCount();
          for (int i = 1; i <= columns; i++) {
            digest.add(row.getString(i));
          }
          digest.endOfRow();
        },
        Timestamp.from(from),
        Timestamp.from(until));
    return new Digested(digest.rows(), digest.hex());
  }

  void append(
      SealedTable table, LocalDate day, Instant from, Instant until, String previous, Digested d) {
    jdbc.update(
        "insert into ledger.seal"
            + " (sealed_table, day, from_at, until_at, row_count, previous, digest)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        table.name(),
        day,
        Timestamp.from(from),
        Timestamp.from(until),
        d.rows(),
        previous,
        d.hex());
  }

  long strays(SealedTable table) {
    Long strays = jdbc.queryForObject(table.strays(), Long.class);
    return strays == null ? 0 : strays;
  }

  private static SealView seal(ResultSet row, int number) throws SQLException {
    return new SealView(
        row.getString("sealed_table"),
        row.getObject("day", LocalDate.class),
        row.getTimestamp("from_at").toInstant(),
        row.getTimestamp("until_at").toInstant(),
        row.getLong("row_count"),
        row.getString("previous"),
        row.getString("digest"),
        row.getTimestamp("sealed_at").toInstant());
  }

  record Digested(long rows, String hex) {}
}
