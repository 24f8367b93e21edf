package io.dunwell.exchange.web;

import io.dunwell.pages.Columns;
import io.dunwell.pages.Query;
import io.dunwell.pages.RowReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row that differs from the books; see {@link io.dunwell.exchange.ConflictView}. */
record ConflictRow(
    int row,
    String number,
    String difference,
    @Nullable String decision,
    @Nullable String reason,
    @Nullable String decidedBy) {

  static final Columns<ConflictRow> COLUMNS =
      Columns.<ConflictRow>of("import-conflicts")
          .number("row", "imports.row", ConflictRow::row)
          .text("number", "imports.number", ConflictRow::number)
          .text("difference", "imports.difference", ConflictRow::difference)
          .word("decision", "imports.decision", "imports.decided.", ConflictRow::decision)
          .text("reason", "imports.reason", ConflictRow::reason)
          .text("by", "imports.by", ConflictRow::decidedBy);

  private static final String FROM =
      "exchange.quarantined_row q join lateral (select value, message from exchange.problem p"
          + " where p.import = q.import and p.row_number = q.row_number"
          + " and p.severity = 'CONFLICT' order by id limit 1) p on true";

  private static final Map<String, String> SORTS =
      Map.of(
          "row", "q.row_number",
          "number", "p.value",
          "difference", "p.message",
          "decision", "q.decision");

  static Query of(UUID file, String q) {
    return Query.select("q.*, p.value, p.message", FROM)
        .where("q.import = :file", "file", file)
        .where("q.conflict")
        .find(q, "p.value", "p.message", "q.decision_reason", "q.decided_by")
        .sortedBy(SORTS, "row", "q.row_number");
  }

  static ConflictRow read(ResultSet row, int n) throws SQLException {
    return new ConflictRow(
        row.getInt("row_number"),
        RowReader.text(row, "value"),
        RowReader.text(row, "message"),
        RowReader.maybeText(row, "decision"),
        RowReader.maybeText(row, "decision_reason"),
        RowReader.maybeText(row, "decided_by"));
  }
}
