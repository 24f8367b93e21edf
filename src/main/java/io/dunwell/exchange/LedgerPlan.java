package io.dunwell.exchange;

import io.dunwell.exchange.Booking.Read;
import io.dunwell.party.CustomerId;
import io.dunwell.party.Customers;
import io.dunwell.receivables.DocumentSummary;
import io.dunwell.receivables.OpenItems;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Decides what becomes of each row of a ledger: new, there already, in conflict, or wrong. */
@Component
class LedgerPlan {

  /**
   * What is to be booked.
   *
   * @param fresh invoices that are not on the books
   * @param settled invoices, new or not, whose receipt is not on the books
   * @param known rows, in their order, of invoices that are on the books and agree with them
   * @param customers ids of those customers of the rows that exist
   */
  record Wanted(
      List<HistoricRow> fresh,
      List<HistoricRow> settled,
      List<HistoricRow> known,
      Map<String, CustomerId> customers) {}

  private final OpenItems openItems;
  private final Customers customers;
  private final BookedReceipts receipts;
  private final Decisions decisions;

  LedgerPlan(
      OpenItems openItems, Customers customers, BookedReceipts receipts, Decisions decisions) {
    this.openItems = openItems;
    this.customers = customers;
    this.receipts = receipts;
    this.decisions = decisions;
  }

  /** The key under which an invoice's settlement is booked: the same one twice is the same. */
  static String receiptKey(String invoiceNumber) {
    return "import:settled:" + invoiceNumber;
  }

  Wanted of(Run run, List<Read<HistoricRow>> rows, Tally tally) {
    Set<String> numbers = new HashSet<>();
    Set<String> customerNumbers = new LinkedHashSet<>();
    for (Read<HistoricRow> each : rows) {
      HistoricRow row = each.value();
      if (row != null) {
        numbers.add(row.invoiceNumber());
        customerNumbers.add(row.customerNumber());
      }
    }
    Map<String, DocumentSummary> documents = openItems.byNumbers(numbers);
    Map<String, CustomerId> ids = customers.idsByNumber(customerNumbers);
    LedgerChunk chunk =
        new LedgerChunk(
            run,
            tally,
            run.memory(),
            documents,
            ids,
            receipts.byKeys(documents.keySet().stream().map(LedgerPlan::receiptKey).toList()),
            documents.isEmpty() ? Set.of() : decisions.among(documents.keySet()),
            new LeadingZeros(customers, customerNumbers, ids));
    rows.forEach(chunk::take);
    return new Wanted(chunk.fresh, chunk.settled, chunk.known, ids);
  }

  /** What a row says, apart from where it stands: two rows that say the same are the same. */
  static String content(HistoricRow row) {
    return String.join(
        "|",
        row.customerNumber(),
        row.invoiceNumber(),
        row.invoicedOn().toString(),
        String.valueOf(row.dueOn()),
        row.amount().toString(),
        String.valueOf(row.settledOn()),
        String.valueOf(row.settledAmount()));
  }
}
