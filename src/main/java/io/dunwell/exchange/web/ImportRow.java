package io.dunwell.exchange.web;

import io.dunwell.pages.Columns;
import io.dunwell.pages.Query;
import io.dunwell.pages.RowReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * A line in the list of imports.
 *
 * @param status as {@link io.dunwell.exchange.ImportStatus} names it
 */
record ImportRow(
    UUID id,
    String fileName,
    String profile,
    String status,
    boolean dryRun,
    String requestedBy,
    Instant requestedAt,
    int rows,
    int accepted,
    int duplicates,
    int rejected) {

  static final Columns<ImportRow> COLUMNS =
      Columns.<ImportRow>of("imports")
          .text("file", "imports.file", ImportRow::fileName)
          .text("profile", "imports.profile", ImportRow::profile)
          .word("status", "imports.status", "imports.status.", ImportRow::status)
          .text("dry", "imports.dry", ImportRow::dryRun)
          .text("when", "imports.when", ImportRow::requestedAt)
          .text("by", "imports.by", ImportRow::requestedBy)
          .number("rows", "imports.rows", ImportRow::rows)
          .number("accepted", "imports.accepted", ImportRow::accepted)
          .number("duplicates", "imports.duplicates", ImportRow::duplicates)
          .number("rejected", "imports.rejected", ImportRow::rejected);

  private static final Map<String, String> SORTS =
      Map.of(
          "file", "lower(i.file_name)",
          "status", "i.status",
          "when", "i.requested_at",
          "by", "i.requested_by",
          "rows", "i.rows",
          "accepted", "i.accepted",
          "duplicates", "i.duplicates",
          "rejected", "i.rejected");

  static Query all(String q) {
    return Query.select("i.*", "exchange.import i")
        .find(q, "i.file_name", "i.profile", "i.requested_by")
        .sortedBy(SORTS, "-when", "i.id desc");
  }

  static ImportRow read(ResultSet row, int n) throws SQLException {
    return new ImportRow(
        RowReader.id(row, "id"),
        RowReader.text(row, "file_name"),
        RowReader.text(row, "profile"),
        RowReader.text(row, "status"),
        row.getBoolean("dry_run"),
        RowReader.text(row, "requested_by"),
        Objects.requireNonNull(RowReader.maybeInstant(row, "requested_at")),
        row.getInt("rows"),
        row.getInt("accepted"),
        row.getInt("duplicates"),
        row.getInt("rejected"));
  }
}
