package io.dunwell.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads rows that are returns, and counts those that say the same. */
final class ReturnRows implements Booking.Reader<ReturnRow> {

  private final Map<String, Integer> met = new HashMap<>();

  @Override
  public @Nullable ReturnRow read(RowCells row) {
    ReturnRow read = cells(row);
    return read == null ? null : read.occurring(met.merge(read.content(), 1, Integer::sum));
  }

  private static @Nullable ReturnRow cells(RowCells row) {
    String delivery = row.text(ProfileField.DELIVERY_NUMBER);
    BigDecimal quantity = row.number(ProfileField.QUANTITY);
    LocalDate on = row.date(ProfileField.RETURNED_ON);
    String reason = row.text(ProfileField.REASON);
    String item = row.text(ProfileField.ITEM);
    Integer line = line(row);
    row.require(ProfileField.DELIVERY_NUMBER, delivery);
    row.require(ProfileField.QUANTITY, quantity);
    row.require(ProfileField.RETURNED_ON, on);
    row.require(ProfileField.REASON, reason);
    if (item == null && line == null) {
      row.wrong(
          ProfileField.ITEM,
          "return.no-line",
          "Say by its item, or by its position in the delivery, what came back.");
    }
    if (quantity != null && quantity.signum() <= 0) {
      row.wrong(ProfileField.QUANTITY, "quantity.not-positive", "A quantity is more than zero.");
    }
    return row.wrong() || delivery == null || quantity == null || on == null || reason == null
        ? null
        : new ReturnRow(
            delivery, item, line, quantity, on, reason, row.text(ProfileField.RETURN_NUMBER), 0);
  }

  private static @Nullable Integer line(RowCells row) {
    String text = row.text(ProfileField.LINE);
    if (text == null) {
      return null;
    }
    if (!text.matches("\\d{1,4}")) {
      row.wrong(
          ProfileField.LINE,
          "line.unreadable",
          "The position of a line is a whole number, the first is 1.");
      return null;
    }
    return Integer.valueOf(text);
  }
}
