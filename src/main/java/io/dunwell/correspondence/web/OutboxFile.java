package io.dunwell.correspondence.web;

import io.dunwell.correspondence.LetterQuery;
import io.dunwell.correspondence.LetterView;
import io.dunwell.correspondence.Letters;
import io.dunwell.shared.Page;
import io.dunwell.shared.export.Column;
import io.dunwell.shared.export.Table;
import io.dunwell.shared.export.TableFormat;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;

/** The outbox as a file. */
final class OutboxFile {

  private static final int SIZE = 500;
  private static final List<Column> COLUMNS =
      List.of(
          Column.date("Dated"),
          Column.text("Customer"),
          Column.text("Name"),
          Column.text("Currency"),
          Column.text("Letter"),
          Column.text("Subject"),
          Column.text("To"),
          Column.text("State"),
          Column.text("Sent at"),
          Column.text("Last error"),
          Column.text("SHA-256"));

  private final Letters letters;

  OutboxFile(Letters letters) {
    this.letters = letters;
  }

  void send(LetterQuery query, @Nullable String sort, String format, HttpServletResponse response)
      throws IOException {
    TableFormat kind = format.equalsIgnoreCase("xlsx") ? TableFormat.XLSX : TableFormat.CSV;
    response.setContentType(kind.mediaType());
    response.setHeader(
        "Content-Disposition",
        ContentDisposition.attachment()
            .filename("letters." + kind.extension().toLowerCase(Locale.ROOT))
            .build()
            .toString());
    try (Table table = kind.open(response.getOutputStream(), "letters", COLUMNS)) {
      Page<LetterView> page = letters.list(query, sort, 0, SIZE);
      rows(page, table);
      for (int next = 1; (long) next * SIZE < page.total(); next++) {
        rows(letters.list(query, sort, next, SIZE), table);
      }
    }
  }

  private static void rows(Page<LetterView> page, Table table) throws IOException {
    for (LetterView letter : page.content()) {
      table.row(
          letter.dated(),
          letter.customerNumber(),
          letter.customerName(),
          letter.currency(),
          letter.template(),
          letter.subject(),
          letter.toAddress(),
          letter.state().key(),
          letter.sentAt() == null ? null : letter.sentAt().toString(),
          letter.lastError(),
          letter.htmlSha256());
    }
  }
}
