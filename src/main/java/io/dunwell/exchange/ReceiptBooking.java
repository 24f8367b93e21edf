package io.dunwell.exchange;

import io.dunwell.party.CustomerId;
import io.dunwell.party.Customers;
import io.dunwell.receipts.NewReceipt;
import io.dunwell.receipts.Receipts;
import io.dunwell.receivables.DocumentSummary;
import io.dunwell.receivables.OpenItems;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Books money that came in; it pays the invoices that a row names, the rest stays unapplied. */
@Component
class ReceiptBooking implements Booking<ReceiptRow> {

  private final Customers customers;
  private final OpenItems openItems;
  private final Receipts receipts;
  private final BookedReceipts booked;
  private final Decisions decisions;
  private final DisputeHolds disputes;

  ReceiptBooking(
      Customers customers,
      OpenItems openItems,
      Receipts receipts,
      BookedReceipts booked,
      Decisions decisions,
      DisputeHolds disputes) {
    this.customers = customers;
    this.openItems = openItems;
    this.receipts = receipts;
    this.booked = booked;
    this.decisions = decisions;
    this.disputes = disputes;
  }

  @Override
  public Reader<ReceiptRow> reader(Mapping mapping, ImportKind kind) {
    return new ReceiptRows()::read;
  }

  @Override
  public void book(Run run, List<Read<ReceiptRow>> rows, Tally tally) {
    List<ReceiptRow> good = rows.stream().map(Read::value).filter(Objects::nonNull).toList();
    Map<String, CustomerId> ids =
        customers.idsByNumber(
            good.stream().map(ReceiptRow::customerNumber).collect(Collectors.toSet()));
    Map<String, BookedReceipts.Booked> known =
        booked.byKeys(good.stream().map(ReceiptRow::key).toList());
    Map<String, DocumentSummary> documents =
        openItems.byNumbers(
            good.stream().flatMap(row -> row.documents().stream()).collect(Collectors.toSet()));
    Set<String> decided = known.isEmpty() ? Set.of() : decisions.among(known.keySet());
    List<NewReceipt> wanted = new ArrayList<>();
    Set<String> seen = run.dryRun() ? run.seen().keySet() : new HashSet<>();
    for (Read<ReceiptRow> each : rows) {
      ReceiptRow row = each.value();
      CustomerId customer = row == null ? null : ids.get(row.customerNumber());
      if (row == null) {
        tally.rejected(each.row());
      } else if (customer == null) {
        unknownCustomer(each.row(), row, tally);
      } else if (decided.contains(content(row))) {
        tally.duplicate();
      } else if (known.containsKey(row.key()) || seen.contains(row.key())) {
        again(each.row(), row, known.get(row.key()), tally);
      } else {
        remember(run, seen, row);
        List<String> pays = pays(each.row(), row, customer, documents, tally);
        wanted.add(
            new NewReceipt(
                customer, row.amount(), row.receivedOn(), row.reference(), row.key(), pays));
        tally.accepted(each.row(), row.amount());
      }
    }
    if (!run.dryRun()) {
      receipts.bookAll(wanted, run.by());
      disputes.endSettled(
          wanted.stream().flatMap(each -> each.documents().stream()).toList(), run.by());
    }
  }

  /** What a row says, apart from where it stands. */
  static String content(ReceiptRow row) {
    return String.join(
        "|", row.key(), row.customerNumber(), row.amount().toString(), row.receivedOn().toString());
  }

  /** Books a receipt as a file has it, in place of one that was taken back. */
  void bookCorrected(ReceiptRow row, String key, Actor by) {
    CustomerId customer =
        Objects.requireNonNull(
            customers.idsByNumber(Set.of(row.customerNumber())).get(row.customerNumber()));
    List<String> pays =
        openItems.byNumbers(row.documents()).values().stream()
            .filter(document -> document.customer().equals(customer))
            .map(DocumentSummary::number)
            .toList();
    receipts.book(
        new NewReceipt(customer, row.amount(), row.receivedOn(), row.reference(), key, pays), by);
  }

  private static void remember(Run run, Set<String> seen, ReceiptRow row) {
    if (run.dryRun()) {
      run.seen().put(row.key(), new Run.Seen(row.row(), 0));
    } else {
      seen.add(row.key());
    }
  }

  private static void unknownCustomer(RowCells cells, ReceiptRow row, Tally tally) {
    tally.rejected(
        cells,
        ProfileField.CUSTOMER_NUMBER,
        "customer.unknown",
        "There is no customer %s. Correct the number, or import the customer first."
            .formatted(row.customerNumber()));
  }

  private static void again(
      RowCells cells,
      ReceiptRow row,
      BookedReceipts.@org.jspecify.annotations.Nullable Booked there,
      Tally tally) {
    if (there == null || there.same(row.amount(), row.receivedOn())) {
      tally.duplicate();
    } else {
      tally.conflict(
          cells,
          row,
          ProfileField.RECEIPT_NUMBER,
          row.key(),
          "receipt.conflict",
          Words.sentence(
              "On the books this receipt is %s of %s. Decide which is right.",
              there.amount(), there.on()));
    }
  }

  private static List<String> pays(
      RowCells cells,
      ReceiptRow row,
      CustomerId customer,
      Map<String, DocumentSummary> documents,
      Tally tally) {
    List<String> pays = new ArrayList<>();
    for (String number : row.documents()) {
      DocumentSummary document = documents.get(number);
      if (document != null && document.customer().equals(customer)) {
        pays.add(number);
      } else if (row.named()) {
        tally.notice(
            cells,
            ProfileField.INVOICE_NUMBER,
            number,
            "receipt.invoice-unknown",
            "The customer has no invoice of this number; what is left over stays unapplied.");
      }
    }
    return pays;
  }
}
