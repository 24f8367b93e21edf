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

/** Takes what is booked back and books it again as a file says. Nothing booked is changed. */
@Component
class Corrections {

  private final OpenItems openItems;
  private final Receipts receipts;
  private final BookedReceipts booked;
  private final PaidInvoices paid;
  private final LedgerBooking ledger;
  private final ReceiptBooking money;
  private final Clock clock;

  Corrections(
      OpenItems openItems,
      Receipts receipts,
      BookedReceipts booked,
      PaidInvoices paid,
      LedgerBooking ledger,
      ReceiptBooking money,
      Clock clock) {
    this.openItems = openItems;
    this.receipts = receipts;
    this.booked = booked;
    this.paid = paid;
    this.ledger = ledger;
    this.money = money;
    this.clock = clock;
  }

  /**
   * Corrects an invoice, its settlement, or both.
   *
   * @throws RuleViolation {@code conflict.not-on-the-books}, {@code conflict.credit-note}, {@code
   *     conflict.paid-otherwise}
   */
  void correct(ImportId id, HistoricRow row, String reason, Actor by) {
    DocumentSummary document = onTheBooks(row.invoiceNumber());
    Run run = new Run(id, ImportKind.LEDGER, false, false, by, new HashMap<>());
    LocalDate on = later(LocalDate.now(clock), document.issuedOn());
    String key = LedgerPlan.receiptKey(document.number());
    if (row.settledOn() != null) {
      booked.standing(key).forEach(receipt -> receipts.cancel(receipt, reason, on, by));
      paid.refuseOtherMoney(document);
    }
    if (ledger.saysTheSame(document, row)) {
      ledger.bookSettlement(row, document, booked.next(key), by);
      return;
    }
    String number = next(row.invoiceNumber(), "/C");
    List<PaidInvoices.Freed> freed = paid.free(document, reason, on, by);
    takeBack(document, next(row.invoiceNumber(), "/R"), id, reason, by);
    ledger.bookCorrected(run, row, number);
    paid.payAgain(freed, number, later(on, row.invoicedOn()), by);
  }

  /** Corrects a receipt. */
  void correct(ReceiptRow row, String reason, Actor by) {
    LocalDate today = LocalDate.now(clock);
    booked.standing(row.key()).forEach(receipt -> receipts.cancel(receipt, reason, today, by));
    money.bookCorrected(row, booked.next(row.key()), by);
  }

  /** The invoice as it was corrected last. */
  private DocumentSummary onTheBooks(String number) {
    DocumentSummary first =
        openItems
            .byNumber(number)
            .orElseThrow(
                () ->
                    new RuleViolation(
                        "conflict.not-on-the-books",
                        "Both rows stand in the file and neither is on the books. Mend the file."));
    if (first.kind() != DocumentKind.INVOICE) {
      throw new RuleViolation(
          "conflict.credit-note",
          "%s is a credit note. Take it back by hand, then import the row under another number."
              .formatted(number));
    }
    DocumentSummary last = first;
    for (int i = 1; openItems.byNumber(number + "/C" + i).isPresent(); i++) {
      last = openItems.byNumber(number + "/C" + i).orElseThrow();
    }
    return last;
  }

  private void takeBack(
      DocumentSummary document, String number, ImportId id, String reason, Actor by) {
    LocalDate on = later(LocalDate.now(clock), document.issuedOn());
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
      receipts.applyCredit(credit.id(), item.id(), item.open(), paid.reopenedOn(item, on), by);
    }
  }

  private String next(String number, String suffix) {
    int next = 1;
    while (openItems.byNumber(number + suffix + next).isPresent()) {
      next++;
    }
    return number + suffix + next;
  }

  static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
