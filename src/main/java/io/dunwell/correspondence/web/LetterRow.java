package io.dunwell.correspondence.web;

import io.dunwell.pages.Columns;
import io.dunwell.pages.Query;
import io.dunwell.pages.RowReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line in the outbox.
 *
 * @param state as {@link io.dunwell.correspondence.DispatchState} names it
 * @param sha256 what the letter's bytes are known by for ever
 */
record LetterRow(
    UUID id,
    LocalDate dated,
    UUID customer,
    @Nullable String customerNumber,
    @Nullable String customerName,
    String currency,
    String template,
    String subject,
    @Nullable String toAddress,
    String state,
    @Nullable Instant sentAt,
    @Nullable String lastError,
    String sha256) {

  static final Columns<LetterRow> COLUMNS =
      Columns.<LetterRow>of("letters")
          .date("dated", "outbox.dated", LetterRow::dated)
          .text("number", "outbox.customer.number", LetterRow::customerNumber)
          .text("customer", "outbox.customer", LetterRow::customerName)
          .text("currency", "outbox.currency", LetterRow::currency)
          .word("template", "outbox.letter", "outbox.template.", LetterRow::template)
          .text("subject", "outbox.subject", LetterRow::subject)
          .text("to", "outbox.address", LetterRow::toAddress)
          .word("state", "outbox.state", "outbox.state.", LetterRow::state)
          .text("sent", "outbox.sent", LetterRow::sentAt)
          .text("error", "outbox.error", LetterRow::lastError)
          .text("sha256", "outbox.sha256", LetterRow::sha256);

  private static final String SELECT =
      "l.id, l.dated, l.customer, c.number, c.name, l.currency, l.template, l.subject,"
          + " d.to_address, upper(d.state) as state, d.sent_at, d.last_error,"
          + " encode(l.html_sha256, 'hex') as sha256";

  private static final Map<String, String> SORTS =
      Map.of(
          "dated", "l.dated",
          "customer", "lower(c.name)",
          "template", "l.template",
          "to", "d.to_address",
          "state", "d.state",
          "sent", "d.sent_at");

  static Query all(String q) {
    return Query.select(
            SELECT,
            "correspondence.letter l join correspondence.dispatch d on d.letter = l.id"
                + " left join party.v_customer c on c.id = l.customer")
        .find(q, "c.number", "c.name", "l.subject", "d.to_address", "d.last_error")
        .sortedBy(SORTS, "-dated", "l.id desc");
  }

  static LetterRow read(ResultSet row, int n) throws SQLException {
    return new LetterRow(
        RowReader.id(row, "id"),
        RowReader.day(row, "dated"),
        RowReader.id(row, "customer"),
        RowReader.maybeText(row, "number"),
        RowReader.maybeText(row, "name"),
        RowReader.text(row, "currency"),
        RowReader.text(row, "template"),
        RowReader.text(row, "subject"),
        RowReader.maybeText(row, "to_address"),
        RowReader.text(row, "state"),
        RowReader.maybeInstant(row, "sent_at"),
        RowReader.maybeText(row, "last_error"),
        RowReader.text(row, "sha256"));
  }
}
