package io.dunwell.desk.web;

import io.dunwell.pages.RowReader;
import io.dunwell.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account on the worklist.
 *
 * @param caseId its open case, which is the business key of its process
 * @param step the last act of its case, null before the first
 * @param oldestOn the oldest overdue due day
 * @param held how much of what is overdue is on hold
 * @param callOn when the customer is to be called again
 */
record WorkRow(
    UUID caseId,
    UUID customer,
    String number,
    String name,
    @Nullable String collector,
    @Nullable String step,
    @Nullable LocalDate stageOn,
    Money overdue,
    @Nullable LocalDate oldestOn,
    @Nullable Money held,
    @Nullable LocalDate callOn) {

  static WorkRow read(ResultSet row, int n) throws SQLException {
    return new WorkRow(
        RowReader.id(row, "id"),
        RowReader.id(row, "customer"),
        RowReader.text(row, "number"),
        RowReader.text(row, "name"),
        RowReader.maybeText(row, "collector"),
        RowReader.maybeText(row, "step"),
        RowReader.maybeDay(row, "stage_on"),
        RowReader.money(row, "overdue"),
        RowReader.maybeDay(row, "oldest_on"),
        RowReader.maybeMoney(row, "held"),
        RowReader.maybeDay(row, "call_on"));
  }
}
