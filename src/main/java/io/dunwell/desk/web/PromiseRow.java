package io.dunwell.desk.web;

import io.dunwell.pages.RowReader;
import io.dunwell.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** A promise in the account file. */
record PromiseRow(
    LocalDate madeOn,
    String madeBy,
    LocalDate dueOn,
    Money amount,
    Money received,
    String state,
    String note) {

  static PromiseRow read(ResultSet row, int n) throws SQLException {
    return new PromiseRow(
        RowReader.day(row, "made_on"),
        RowReader.text(row, "made_by"),
        RowReader.day(row, "due_on"),
        RowReader.money(row, "amount"),
        RowReader.money(row, "received"),
        RowReader.text(row, "state"),
        RowReader.text(row, "note"));
  }

  /** The colour of its state. */
  public String kind() {
    return switch (state) {
      case "KEPT" -> "good";
      case "BROKEN", "PARTLY_KEPT" -> "bad";
      case "OPEN" -> "busy";
      default -> "";
    };
  }
}
