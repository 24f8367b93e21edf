package io.dunwell.desk.web;

import io.dunwell.pages.RowReader;
import io.dunwell.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened on an account.
 *
 * @param kind what it was, for example {@code receipt}
 * @param label what it is called, for example the number of an invoice
 * @param detail a word more: a reference, an outcome, a reason
 * @param by who did it, as far as that is a person
 * @param link id of what lies behind it: a receipt, a letter
 */
record HistoryRow(
    LocalDate day,
    String kind,
    String label,
    @Nullable String detail,
    @Nullable Money amount,
    @Nullable String by,
    @Nullable UUID link) {

  static HistoryRow read(ResultSet row, int n) throws SQLException {
    return new HistoryRow(
        RowReader.day(row, "day"),
        RowReader.text(row, "kind"),
        RowReader.text(row, "label"),
        RowReader.maybeText(row, "detail"),
        RowReader.maybeMoney(row, "amount"),
        RowReader.maybeText(row, "by"),
        RowReader.maybeId(row, "link"));
  }

  /** The icon that stands before it. */
  public String icon() {
    return switch (kind) {
      case "document" -> "file-invoice";
      case "receipt", "receipt-cancelled" -> "cash";
      case "allocation", "allocation-reversed" -> "arrows-exchange";
      case "notice", "notice-withdrawn" -> "mail";
      case "contact" -> "phone";
      case "promise", "promise-decided" -> "calendar-check";
      case "dispute", "dispute-settled" -> "message-exclamation";
      case "case", "case-closed" -> "stairs-up";
      default -> "hand-stop";
    };
  }
}
