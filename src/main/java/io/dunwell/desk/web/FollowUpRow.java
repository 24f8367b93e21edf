package io.dunwell.desk.web;

import io.dunwell.pages.RowReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

/** Something that a collector has to come back to. */
record FollowUpRow(UUID id, UUID customer, String name, String kind, LocalDate dueOn, String text) {

  static FollowUpRow read(ResultSet row, int n) throws SQLException {
    return new FollowUpRow(
        RowReader.id(row, "id"),
        RowReader.id(row, "customer"),
        RowReader.text(row, "name"),
        RowReader.text(row, "kind"),
        RowReader.day(row, "due_on"),
        RowReader.text(row, "text"));
  }
}
