package io.dunwell.desk.web;

import io.dunwell.pages.RowReader;
import io.dunwell.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A dispute in the account file.
 *
 * @param label the disputed item, null for the whole account
 * @param amount null for all of it
 */
record DisputeRow(
    LocalDate raisedOn,
    String raisedBy,
    @Nullable String label,
    @Nullable Money amount,
    String department,
    String claim,
    String state,
    @Nullable String finding) {

  static DisputeRow read(ResultSet row, int n) throws SQLException {
    return new DisputeRow(
        RowReader.day(row, "raised_on"),
        RowReader.text(row, "raised_by"),
        RowReader.maybeText(row, "label"),
        RowReader.maybeMoney(row, "amount"),
        RowReader.text(row, "department"),
        RowReader.text(row, "claim"),
        RowReader.text(row, "state"),
        RowReader.maybeText(row, "finding"));
  }
}
