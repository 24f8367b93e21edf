package io.dunwell.exchange;

import io.dunwell.contracts.NewReturn;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that came back.
 *
 * @param delivery the number of the delivery that it was part of
 * @param item null if {@code line} says it
 * @param line the position in the delivery, from 1; null if {@code item} says it
 * @param number of the return, null for one after the delivery's
 * @param occurrence which of the rows that say the same it is, from 1
 */
record ReturnRow(
    String delivery,
    @Nullable String item,
    @Nullable Integer line,
    BigDecimal quantity,
    LocalDate on,
    String reason,
    @Nullable String number,
    int occurrence) {

  /** What makes two rows say the same. */
  String content() {
    return String.join(
        "|",
        delivery,
        item == null ? "" : item,
        line == null ? "" : line.toString(),
        quantity.stripTrailingZeros().toPlainString(),
        on.toString(),
        reason,
        number == null ? "" : number);
  }

  ReturnRow occurring(int which) {
    return new ReturnRow(delivery, item, line, quantity, on, reason, number, which);
  }

  /** Whether a booked return of the line says the same. */
  boolean says(NewReturn booked) {
    return booked.quantity().compareTo(quantity) == 0
        && booked.on().equals(on)
        && booked.reason().equals(reason);
  }
}
