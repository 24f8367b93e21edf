package io.dunwell.correspondence.web;

import io.dunwell.pages.Columns;
import io.dunwell.pages.Query;
import io.dunwell.pages.RowReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A mail to somebody of the house, as the outbox lists it. */
record MemoRow(
    LocalDate dated,
    String recipient,
    String toAddress,
    String subject,
    String text,
    String state,
    @Nullable Instant sentAt,
    @Nullable String lastError) {

  static final Columns<MemoRow> COLUMNS =
      Columns.<MemoRow>of("memos")
          .date("dated", "outbox.dated", MemoRow::dated)
          .text("recipient", "outbox.memo.for", MemoRow::recipient)
          .text("to", "outbox.address", MemoRow::toAddress)
          .text("subject", "outbox.subject", MemoRow::subject)
          .text("text", "outbox.memo.text", MemoRow::text)
          .word("state", "outbox.state", "outbox.state.", MemoRow::state)
          .text("sent", "outbox.sent", MemoRow::sentAt)
          .text("error", "outbox.error", MemoRow::lastError);

  private static final Map<String, String> SORTS =
      Map.of(
          "dated", "dated",
          "recipient", "recipient",
          "subject", "subject",
          "state", "state",
          "sent", "sent_at");

  static Query all(String q) {
    return Query.select(
            "dated, recipient, to_address, subject, body, upper(state) as state, sent_at,"
                + " last_error",
            "correspondence.memo")
        .find(q, "recipient", "to_address", "subject", "body")
        .sortedBy(SORTS, "-dated", "recorded_at desc, id");
  }

  static MemoRow read(ResultSet row, int n) throws SQLException {
    return new MemoRow(
        RowReader.day(row, "dated"),
        RowReader.text(row, "recipient"),
        RowReader.text(row, "to_address"),
        RowReader.text(row, "subject"),
        RowReader.text(row, "body"),
        RowReader.text(row, "state"),
        RowReader.maybeInstant(row, "sent_at"),
        RowReader.maybeText(row, "last_error"));
  }
}
