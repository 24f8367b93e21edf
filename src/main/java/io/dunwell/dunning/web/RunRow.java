package io.dunwell.dunning.web;

import io.dunwell.pages.Query;
import io.dunwell.pages.RowReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line in the list of daily runs. */
record RunRow(
    UUID id,
    LocalDate runOn,
    boolean dryRun,
    String status,
    int candidates,
    int acted,
    int skipped,
    int failed,
    int casesClosed,
    String startedBy,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt) {

  private static final String FROM =
      "dunning.run r left join lateral ("
          + "select count(*) filter (where outcome = 'ACTED')::integer as acted,"
          + " count(*) filter (where outcome = 'SKIPPED')::integer as skipped,"
          + " count(*) filter (where outcome = 'FAILED')::integer as failed"
          + " from dunning.run_account where run = r.id) deco on true";

  private static final Map<String, String> SORTS =
      Map.of(
          "day", "r.run_on",
          "status", "r.status",
          "candidates", "r.candidates",
          "acted", "deco.acted",
          "skipped", "deco.skipped",
          "failed", "deco.failed",
          "closed", "r.cases_closed",
          "by", "r.started_by");

  /** All runs, the latest first unless asked otherwise. */
  static Query all() {
    return Query.select("r.*, deco.*", FROM).sortedBy(SORTS, "-day", "r.started_at desc");
  }

  static RunRow read(ResultSet row, int n) throws SQLException {
    return new RunRow(
        RowReader.id(row, "id"),
        RowReader.day(row, "run_on"),
        row.getBoolean("dry_run"),
        RowReader.text(row, "status"),
        row.getInt("candidates"),
        row.getInt("acted"),
        row.getInt("skipped"),
        row.getInt("failed"),
        row.getInt("cases_closed"),
        RowReader.text(row, "started_by"),
        RowReader.maybeInstant(row, "started_at"),
        RowReader.maybeInstant(row, "finished_at"));
  }
}
