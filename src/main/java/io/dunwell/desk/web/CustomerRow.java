package io.dunwell.desk.web;

import io.dunwell.pages.RowReader;
import io.dunwell.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line in the list of customers.
 *
 * @param open what they owe in the shown currency, credit notes taken off
 * @param overdue what of it is late
 * @param oldestOn the oldest due day among what is open
 * @param others further currencies in which something is open
 */
record CustomerRow(
    UUID id,
    String number,
    String name,
    String country,
    @Nullable String collector,
    Money open,
    Money overdue,
    @Nullable LocalDate oldestOn,
    @Nullable String others) {

  static CustomerRow read(ResultSet row, int n) throws SQLException {
    return new CustomerRow(
        RowReader.id(row, "id"),
        RowReader.text(row, "number"),
        RowReader.text(row, "name"),
        RowReader.text(row, "country"),
        RowReader.maybeText(row, "collector"),
        RowReader.money(row, "open"),
        RowReader.money(row, "overdue"),
        RowReader.maybeDay(row, "oldest_on"),
        RowReader.maybeText(row, "others"));
  }
}
