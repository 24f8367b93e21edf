package io.dunwell.desk.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
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
