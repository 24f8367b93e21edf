package io.dunwell.exchange.web;

import io.dunwell.pages.Columns;
import io.dunwell.pages.Query;
import io.dunwell.pages.RowReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that an import found; see {@link io.dunwell.exchange.ImportProblem}. */
record ProblemRow(
    int row,
    @Nullable String field,
    @Nullable String value,
    String code,
    String message,
    String severity) {

  static final Columns<ProblemRow> COLUMNS =
      Columns.<ProblemRow>of("import-problems")
          .number("row", "imports.row", ProblemRow::row)
          .text("field", "imports.field", ProblemRow::field)
          .text("value", "imports.value", ProblemRow::value)
          .word("severity", "imports.severity", "imports.severity.", ProblemRow::severity)
          .text("message", "imports.message", ProblemRow::message)
          .text("code", "imports.code", ProblemRow::code);

  private static final Map<String, String> SORTS =
      Map.of(
          "row", "p.row_number",
          "field", "p.field",
          "value", "p.value",
          "severity", "p.severity",
          "message", "p.message");

  static Query of(UUID file, String q) {
    return Query.select("p.*", "exchange.problem p")
        .where("p.import = :file", "file", file)
        .find(q, "p.field", "p.value", "p.code", "p.message", "p.row_number::text")
        .sortedBy(SORTS, "row", "p.id");
  }

  static ProblemRow read(ResultSet row, int n) throws SQLException {
    return new ProblemRow(
        row.getInt("row_number"),
        RowReader.maybeText(row, "field"),
        RowReader.maybeText(row, "value"),
        RowReader.text(row, "code"),
        RowReader.text(row, "message"),
        RowReader.text(row, "severity"));
  }
}
