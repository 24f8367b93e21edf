package io.dunwell.exchange;

import io.dunwell.party.CustomerId;
import io.dunwell.party.Customers;
import io.dunwell.party.NewCustomer;
import io.dunwell.party.PaymentTerms;
import io.dunwell.receipts.NewReceipt;
import io.dunwell.receipts.Receipts;
import io.dunwell.receivables.DocumentKind;
import io.dunwell.receivables.DocumentSummary;
import io.dunwell.receivables.NewDocument;
import io.dunwell.receivables.OpenItems;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Books invoices, the receipts that settled them, and the disputes about them. */
@Component
class LedgerBooking implements Booking<HistoricRow> {

  /** For customers of whom the file says no terms: what most laws and contracts fall back to. */
  private static final PaymentTerms USUAL_TERMS = PaymentTerms.net(30);

  private final LedgerPlan plan;
  private final Customers customers;
  private final OpenItems openItems;
  private final Receipts receipts;
  private final DisputeHolds disputes;

  LedgerBooking(
      LedgerPlan plan,
      Customers customers,
      OpenItems openItems,
      Receipts receipts,
      DisputeHolds disputes) {
    this.plan = plan;
    this.customers = customers;
    this.openItems = openItems;
    this.receipts = receipts;
    this.disputes = disputes;
  }

  @Override
  public Reader<HistoricRow> reader(Mapping mapping, ImportKind kind) {
    return new LedgerRows(mapping, kind)::read;
  }

  @Override
  public void book(Run run, List<Read<HistoricRow>> rows, Tally tally) {
    LedgerPlan.Wanted wanted = plan.of(run, rows, tally);
    if (!run.dryRun()) {
      apply(run, wanted);
    }
  }

  /** Books one invoice under another number than its row has, in place of one taken back. */
  void bookCorrected(Run run, HistoricRow row, String number) {
    CustomerId customer = customers.registerAll(List.of(customer(row)), run.by()).get(0);
    openItems.open(document(run, row, number, customer), run.by());
    if (row.settledOn() != null) {
      receipts.bookAll(List.of(receipt(row, number, customer)), run.by());
    }
  }

  /** Whether the invoice on the books is that of the row; its settlement may differ. */
  boolean saysTheSame(DocumentSummary document, HistoricRow row) {
    CustomerId customer =
        customers.idsByNumber(Set.of(row.customerNumber())).get(row.customerNumber());
    return document.customer().equals(customer)
        && document.total().equals(row.amount())
        && document.issuedOn().equals(row.invoicedOn())
        && (row.dueOn() == null || row.dueOn().equals(document.dueOn()));
  }

  /** Books the settlement of a row anew, in place of one taken back; without one, none. */
  void bookSettlement(HistoricRow row, DocumentSummary document, String key, Actor by) {
    LocalDate on = row.settledOn();
    Money amount = row.settledAmount();
    if (on != null && amount != null) {
      receipts.book(
          new NewReceipt(
              document.customer(), amount, on, document.number(), key, List.of(document.number())),
          by);
    }
  }

  private void apply(Run run, LedgerPlan.Wanted wanted) {
    Map<String, CustomerId> ids = new HashMap<>(wanted.customers());
    ids.putAll(register(run, wanted.fresh(), ids));
    List<NewDocument> documents = new ArrayList<>(wanted.fresh().size());
    List<NewReceipt> paid = new ArrayList<>();
    for (HistoricRow row : wanted.fresh()) {
      documents.add(document(run, row, row.invoiceNumber(), known(ids, row)));
    }
    for (HistoricRow row : wanted.settled()) {
      paid.add(receipt(row, row.invoiceNumber(), known(ids, row)));
    }
    openItems.openAll(documents, run.by());
    receipts.bookAll(paid, run.by());
    disputes.place(wanted.fresh(), run.by());
    disputes.follow(wanted.known(), run.by());
  }

  private Map<String, CustomerId> register(
      Run run, List<HistoricRow> fresh, Map<String, CustomerId> known) {
    Map<String, NewCustomer> wanted = new LinkedHashMap<>();
    for (HistoricRow row : fresh) {
      if (!known.containsKey(row.customerNumber())) {
        wanted.computeIfAbsent(row.customerNumber(), number -> customer(row));
      }
    }
    List<CustomerId> ids = customers.registerAll(List.copyOf(wanted.values()), run.by());
    Map<String, CustomerId> registered = new HashMap<>();
    int next = 0;
    for (String number : wanted.keySet()) {
      registered.put(number, ids.get(next++));
    }
    return registered;
  }

  private static NewCustomer customer(HistoricRow row) {
    Integer days = row.termsDays();
    String country = row.country();
    return NewCustomer.named(
        row.customerNumber(),
        row.customerName(),
        row.amount().currency(),
        country == null ? "US" : country,
        days == null ? USUAL_TERMS : PaymentTerms.net(days));
  }

  private static NewDocument document(
      Run run, HistoricRow row, String number, CustomerId customer) {
    Money amount = row.amount();
    return new NewDocument(
        customer,
        amount.isNegative() ? DocumentKind.CREDIT_NOTE : DocumentKind.INVOICE,
        number,
        row.invoicedOn(),
        row.dueOn(),
        amount.isNegative() ? amount.negated() : amount,
        row.reference(),
        run.source());
  }

  private static NewReceipt receipt(HistoricRow row, String number, CustomerId customer) {
    return new NewReceipt(
        customer,
        Objects.requireNonNull(row.settledAmount()),
        Objects.requireNonNull(row.settledOn()),
        number,
        LedgerPlan.receiptKey(number),
        List.of(number));
  }

  private static CustomerId known(Map<String, CustomerId> ids, HistoricRow row) {
    return Objects.requireNonNull(ids.get(row.customerNumber()));
  }
}
