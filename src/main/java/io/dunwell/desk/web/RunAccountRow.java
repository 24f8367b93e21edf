package io.dunwell.desk.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a daily run did with an account.
 *
 * @param outcome ACTED, SKIPPED or FAILED
 * @param sentence why not, null if it acted
 * @param step what it did, null if nothing
 * @param letter the letter that was written, null if none
 */
record RunAccountRow(
    UUID customer,
    String number,
    String name,
    String currency,
    String outcome,
    @Nullable String sentence,
    @Nullable String step,
    @Nullable UUID letter) {

  static RunAccountRow read(ResultSet row, int n) throws SQLException {
    return new RunAccountRow(
        RowReader.id(row, "customer"),
        RowReader.text(row, "number"),
        RowReader.text(row, "name"),
        RowReader.text(row, "currency"),
        RowReader.text(row, "outcome"),
        RowReader.maybeText(row, "sentence"),
        RowReader.maybeText(row, "step"),
        RowReader.maybeId(row, "letter"));
  }
}
