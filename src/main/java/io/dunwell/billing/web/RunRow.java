package io.dunwell.billing.web;

import io.dunwell.pages.Columns;
import io.dunwell.pages.Query;
import io.dunwell.pages.RowReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A billing run in the list. */
record RunRow(
    UUID id, LocalDate upTo, int drafts, int leftOut, String by, @Nullable Instant recordedAt) {

  static final Columns<RunRow> COLUMNS =
      Columns.<RunRow>of("billing-runs")
          .date("upTo", "billing.upto", RunRow::upTo)
          .number("drafts", "billing.drafts", RunRow::drafts)
          .number("leftOut", "billing.leftout", RunRow::leftOut)
          .text("by", "billing.prepared", RunRow::by)
          .text("at", "billing.at", RunRow::recordedAt);

  private static final Map<String, String> SORTS =
      Map.of(
          "upTo", "r.up_to",
          "drafts", "r.drafts",
          "leftOut", "r.left_out",
          "by", "r.recorded_by",
          "at", "r.recorded_at");

  static Query all(String q) {
    return Query.select("r.*", "billing.run r")
        .find(q, "r.recorded_by", "r.up_to::text")
        .sortedBy(SORTS, "-at", "r.id desc");
  }

  static RunRow read(ResultSet row, int n) throws SQLException {
    return new RunRow(
        RowReader.id(row, "id"),
        RowReader.day(row, "up_to"),
        row.getInt("drafts"),
        row.getInt("left_out"),
        RowReader.text(row, "recorded_by"),
        RowReader.maybeInstant(row, "recorded_at"));
  }
}
