package io.dunwell.receipts.web;

import io.dunwell.pages.RowReader;
import io.dunwell.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line in the list of receipts. */
record ReceiptRow(
    UUID id,
    String label,
    UUID customer,
    String customerNumber,
    String customerName,
    LocalDate receivedOn,
    Money amount,
    Money unapplied,
    @Nullable String reference,
    @Nullable LocalDate cancelledOn) {

  static ReceiptRow read(ResultSet row, int n) throws SQLException {
    return new ReceiptRow(
        RowReader.id(row, "id"),
        RowReader.text(row, "label"),
        RowReader.id(row, "customer"),
        RowReader.text(row, "customer_number"),
        RowReader.text(row, "name"),
        RowReader.day(row, "received_on"),
        RowReader.money(row, "amount"),
        RowReader.money(row, "unapplied"),
        RowReader.maybeText(row, "reference"),
        RowReader.maybeDay(row, "cancelled_on"));
  }
}
