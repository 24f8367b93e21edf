package io.dunwell.desk.web;

import io.dunwell.pages.RowReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The open collection case of an account.
 *
 * @param step the last act's step, null before the first
 */
record CaseRow(
    UUID id,
    LocalDate openedOn,
    @Nullable Integer stage,
    @Nullable String step,
    @Nullable LocalDate stageOn) {

  static CaseRow read(ResultSet row, int n) throws SQLException {
    return new CaseRow(
        RowReader.id(row, "id"),
        RowReader.day(row, "opened_on"),
        row.getObject("stage", Integer.class),
        RowReader.maybeText(row, "step"),
        RowReader.maybeDay(row, "stage_on"));
  }
}
