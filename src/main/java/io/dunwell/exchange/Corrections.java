package io.dunwell.exchange;

import io.dunwell.receipts.Receipts;
import io.dunwell.receivables.DocumentKind;
import io.dunwell.receivables.DocumentSummary;
import io.dunwell.receivables.ItemView;
import io.dunwell.receivables.NewDocument;
import io.dunwell.receivables.OpenItems;
import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes a booked invoice back by a credit note and books it again as a file says. */
@Component
class Corrections {

  private final OpenItems openItems;
  private final Receipts receipts;
  private final LedgerBooking booking;
  private final Clock clock;

  Corrections(OpenItems openItems, Receipts receipts, LedgerBooking booking, Clock clock) {
    this.openItems = openItems;
    this.receipts = receipts;
    this.booking = booking;
    this.clock = clock;
  }

  void correct(ImportId id, HistoricRow row, String reason, Actor by) {
    DocumentSummary document = onTheBooks(row.invoiceNumber());
    int number = 1;
    while (openItems.byNumber(suffixed(row, "/C", number)).isPresent()) {
      number++;
    }
    takeBack(document, suffixed(row, "/R", number), id, reason, by);
    Run run = new Run(id, ImportKind.LEDGER, false, false, by, new HashMap<>());
    booking.bookCorrected(run, row, suffixed(row, "/C", number));
  }

  private DocumentSummary onTheBooks(String number) {
    DocumentSummary document =
        openItems
            .byNumber(number)
            .orElseThrow(
                () ->
                    new RuleViolation(
                        "conflict.not-on-the-books",
                        "Both rows stand in the file and neither is on the books. Mend the file."));
    if (document.kind() != DocumentKind.INVOICE || !document.open().equals(document.total())) {
      throw new RuleViolation(
          "conflict.already-paid",
          "Invoice %s is paid or credited in part or in whole. Take that back first, then decide."
              .formatted(number));
    }
    return document;
  }

  private void takeBack(
      DocumentSummary document, String number, ImportId id, String reason, Actor by) {
    LocalDate today = LocalDate.now(clock);
    LocalDate on = today.isBefore(document.issuedOn()) ? document.issuedOn() : today;
    openItems.open(
        new NewDocument(
            document.customer(),
            DocumentKind.CREDIT_NOTE,
            number,
            on,
            on,
            document.total(),
            reason,
            "import:" + id),
        by);
    ItemView credit = openItems.ofDocuments(List.of(number)).get(0);
    for (ItemView item : openItems.ofDocuments(List.of(document.number()))) {
      receipts.applyCredit(credit.id(), item.id(), item.open(), on, by);
    }
  }

  private static String suffixed(HistoricRow row, String suffix, int number) {
    return row.invoiceNumber() + suffix + number;
  }
}
