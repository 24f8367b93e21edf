package io.dunwell.exchange;

import io.dunwell.exchange.Booking.Read;
import io.dunwell.party.CustomerId;
import io.dunwell.receivables.DocumentKind;
import io.dunwell.receivables.DocumentSummary;
import io.dunwell.shared.Money;
import io.dunwell.shared.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The decisions about the rows of one chunk, one after the other. */
final class LedgerChunk {

  final List<HistoricRow> fresh = new ArrayList<>();
  final List<HistoricRow> settled = new ArrayList<>();
  final List<HistoricRow> known = new ArrayList<>();
  private final Run run;
  private final Tally tally;
  private final Map<String, Run.Seen> seen;
  private final Map<String, DocumentSummary> documents;
  private final Map<String, CustomerId> ids;
  private final Map<String, BookedReceipts.Booked> booked;
  private final Set<String> decided;
  private final LeadingZeros zeros;

  LedgerChunk(
      Run run,
      Tally tally,
      Map<String, Run.Seen> seen,
      Map<String, DocumentSummary> documents,
      Map<String, CustomerId> ids,
      Map<String, BookedReceipts.Booked> booked,
      Set<String> decided,
      LeadingZeros zeros) {
    this.run = run;
    this.tally = tally;
    this.seen = seen;
    this.documents = documents;
    this.ids = ids;
    this.booked = booked;
    this.decided = decided;
    this.zeros = zeros;
  }

  void take(Read<HistoricRow> read) {
    HistoricRow row = read.value();
    if (row == null) {
      tally.rejected(read.row());
      return;
    }
    Run.Seen before = seen.get(row.invoiceNumber());
    DocumentSummary document = documents.get(row.invoiceNumber());
    if (before != null) {
      twice(read.row(), row, before);
    } else if (document != null) {
      known(read.row(), row, document);
    } else {
      add(read.row(), row);
    }
  }

  private void add(RowCells cells, HistoricRow row) {
    boolean unknown = !ids.containsKey(row.customerNumber());
    if (unknown && !run.createCustomers()) {
      tally.rejected(
          cells,
          ProfileField.CUSTOMER_NUMBER,
          "customer.unknown",
          "There is no customer %s. Import the customer first, or let the profile create it."
              .formatted(row.customerNumber()));
      return;
    }
    String twin = unknown ? zeros.twinOf(row.customerNumber()) : null;
    if (twin != null) {
      tally.notice(
          cells,
          ProfileField.CUSTOMER_NUMBER,
          row.customerNumber(),
          "identifier.leading-zeros",
          "This differs from customer %s only in leading zeros; a new customer is registered."
              .formatted(twin));
    }
    seen.put(row.invoiceNumber(), new Run.Seen(row.row(), LedgerPlan.content(row).hashCode()));
    fresh.add(row);
    if (row.settledOn() != null) {
      settled.add(row);
    }
    tally.accepted(cells, row.amount());
  }

  private void twice(RowCells cells, HistoricRow row, Run.Seen before) {
    if (before.content() == LedgerPlan.content(row).hashCode()) {
      known.add(row);
      tally.duplicate(
          cells,
          ProfileField.INVOICE_NUMBER,
          row.invoiceNumber(),
          "invoice.twice-in-file",
          "Row %d says the same; it counts once.".formatted(before.row()));
    } else {
      conflict(cells, row, "Row %d has this number with other content.".formatted(before.row()));
    }
  }

  private void known(RowCells cells, HistoricRow row, DocumentSummary document) {
    List<String> differences = differences(row, document);
    if (decided.contains(LedgerPlan.content(row))) {
      tally.duplicate();
    } else if (!differences.isEmpty()) {
      conflict(cells, row, "On the books it differs: " + String.join("; ", differences) + ".");
    } else if (row.settledOn() == null) {
      known.add(row);
      duplicate(cells, row, document);
    } else {
      settlement(cells, row, document);
    }
  }

  private void duplicate(RowCells cells, HistoricRow row, DocumentSummary document) {
    if (document.source().equals(run.source())) {
      tally.duplicate(
          cells,
          ProfileField.INVOICE_NUMBER,
          row.invoiceNumber(),
          "invoice.twice-in-file",
          "An earlier row of this file says the same; it counts once.");
    } else {
      tally.duplicate();
    }
  }

  private void settlement(RowCells cells, HistoricRow row, DocumentSummary document) {
    BookedReceipts.Booked receipt = booked.get(LedgerPlan.receiptKey(row.invoiceNumber()));
    Money amount = Objects.requireNonNull(row.settledAmount());
    if (receipt == null && document.open().compareTo(amount) >= 0) {
      settled.add(row);
      known.add(row);
      tally.notice(
          cells,
          ProfileField.SETTLED_ON,
          String.valueOf(row.settledOn()),
          "settlement.added",
          "The invoice was on the books; its settlement is new.");
      tally.accepted(cells, null);
    } else if (receipt != null && receipt.same(amount, row.settledOn())) {
      known.add(row);
      duplicate(cells, row, document);
    } else {
      conflict(
          cells,
          row,
          receipt == null
              ? Words.sentence(
                  "On the books only %s of it is open, the file has %s paid.",
                  document.open(), amount)
              : Words.sentence(
                  "On the books %s was paid on %s, in the file %s on %s.",
                  receipt.amount(), receipt.on(), amount, row.settledOn()));
    }
  }

  private List<String> differences(HistoricRow row, DocumentSummary document) {
    List<String> differences = new ArrayList<>();
    boolean credit = document.kind() == DocumentKind.CREDIT_NOTE;
    Money amount = credit ? document.total().negated() : document.total();
    differ(differences, "amount", amount, row.amount());
    differ(differences, "date", document.issuedOn(), row.invoicedOn());
    if (row.dueOn() != null) {
      differ(differences, "due date", document.dueOn(), row.dueOn());
    }
    if (!document.customer().equals(ids.get(row.customerNumber()))) {
      differences.add("it belongs to another customer");
    }
    return differences;
  }

  private static void differ(
      List<String> differences, String what, Object books, @Nullable Object file) {
    if (!books.equals(file)) {
      differences.add(Words.sentence("%s %s, in the file %s", what, books, file));
    }
  }

  private void conflict(RowCells cells, HistoricRow row, String why) {
    tally.conflict(
        cells,
        row,
        ProfileField.INVOICE_NUMBER,
        row.invoiceNumber(),
        "invoice.conflict",
        why + " Decide which is right.");
  }
}
