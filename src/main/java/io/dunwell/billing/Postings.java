package io.dunwell.billing;

import io.dunwell.advances.SetOff;
import io.dunwell.invoices.InvoiceKind;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.ledger.Account;
import io.dunwell.ledger.Entry;
import io.dunwell.ledger.Ledger;
import io.dunwell.ledger.Posting;
import io.dunwell.party.PaymentTerms;
import io.dunwell.receivables.DocumentKind;
import io.dunwell.receivables.ItemView;
import io.dunwell.receivables.NewDocument;
import io.dunwell.receivables.NewDocument.Share;
import io.dunwell.receivables.OpenItems;
import io.dunwell.receivables.Settlement;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Brings issued documents into the books, and takes them out again. */
@Component
class Postings {

  private final OpenItems openItems;
  private final Ledger ledger;
  private final SetOff setOff;

  Postings(OpenItems openItems, Ledger ledger, SetOff setOff) {
    this.openItems = openItems;
    this.ledger = ledger;
    this.setOff = setOff;
  }

  /** Posts RECEIVABLE → REVENUE, TAX and TCS, and opens an item for each instalment. */
  void post(InvoiceView invoice, LocalDate on, Actor by) {
    postAll(List.of(invoice), on, by);
  }

  /** {@link #post} for many. */
  void postAll(List<InvoiceView> invoices, LocalDate on, Actor by) {
    List<Entry> paid = new ArrayList<>();
    List<NewDocument> owed = new ArrayList<>();
    for (InvoiceView invoice : invoices) {
      if (invoice.payable().isZero()) {
        paidInAdvance(invoice, on, by).ifPresent(paid::add);
      } else {
        owed.add(document(invoice, on));
      }
    }
    ledger.recordAll(paid);
    openItems.openAll(owed, by);
  }

  private NewDocument document(InvoiceView invoice, LocalDate on) {
    return new NewDocument(
        invoice.customer(),
        kind(invoice.kind()),
        Objects.requireNonNull(invoice.number()),
        on,
        null,
        invoice.payable(),
        invoice.basis().poNumber(),
        "billing",
        PaymentTerms.parse(invoice.basis().terms()),
        shares(invoice));
  }

  /**
   * Reverses what the document posted.
   *
   * @throws RuleViolation {@code invoice.already-settled} if a part of it is paid or set off
   */
  void reverse(InvoiceView invoice, LocalDate on, Actor by) {
    String number = Objects.requireNonNull(invoice.number());
    List<ItemView> items = openItems.ofDocuments(Set.of(number));
    if (items.isEmpty()) {
      if (paidInAdvance(invoice, on, by).isPresent()) {
        ledger.reverse(key(invoice), "invoice-cancelled:" + invoice.id(), on, by);
      }
      return;
    }
    refuseIfSettled(items, number);
    List<Settlement.Move> moves =
        items.stream().map(item -> new Settlement.Move(item, item.open().negated())).toList();
    openItems.reverse(
        "document-opened:" + items.get(0).document(),
        new Settlement(
            "invoice-cancelled:" + invoice.id(), "invoice-cancelled", moves, List.of(), on),
        by);
  }

  /**
   * @throws RuleViolation {@code invoice.already-settled} if a part of it is paid or set off
   */
  void refuseIfSettled(InvoiceView invoice) {
    String number = Objects.requireNonNull(invoice.number());
    refuseIfSettled(openItems.ofDocuments(Set.of(number)), number);
  }

  private static void refuseIfSettled(List<ItemView> items, String number) {
    if (items.stream().anyMatch(item -> !item.open().equals(item.amount()))) {
      throw new RuleViolation(
          "invoice.already-settled",
          "A part of "
              + number
              + " is paid or set off. Take that allocation back first, or issue a credit note.");
    }
  }

  private List<Share> shares(InvoiceView invoice) {
    BigDecimal paid = invoice.sums().setOff();
    SetOff.Parts parts = setOff.partsOf(invoice);
    BigDecimal collected = invoice.collectedAtSource().subtract(parts.collected());
    Account income = invoice.kind() == InvoiceKind.ADVANCE ? Account.ADVANCE : Account.REVENUE;
    BigDecimal net = invoice.sums().net().add(invoice.sums().roundOff());
    BigDecimal tax = invoice.sums().tax().subtract(paid.subtract(parts.net()));
    return List.of(
        new Share(income, invoice.money(net)),
        new Share(Account.TAX, invoice.money(tax.subtract(collected))),
        new Share(Account.TCS, invoice.money(collected)),
        new Share(Account.ADVANCE, invoice.money(parts.net().negate())));
  }

  /** What was free of charge is issued like anything else, and nothing is posted. */
  private Optional<Entry> paidInAdvance(InvoiceView invoice, LocalDate on, Actor by) {
    List<Posting> postings =
        shares(invoice).stream()
            .filter(share -> !share.amount().isZero())
            .map(share -> posting(invoice, share.account(), share.amount().negated()))
            .toList();
    return postings.isEmpty()
        ? Optional.empty()
        : Optional.of(new Entry(key(invoice), "invoice", on, by, postings, null));
  }

  private static Posting posting(InvoiceView invoice, Account account, Money amount) {
    return new Posting(account, invoice.customer().value(), null, amount);
  }

  private static String key(InvoiceView invoice) {
    return "invoice-issued:" + invoice.id();
  }

  private static DocumentKind kind(InvoiceKind kind) {
    return switch (kind) {
      case INVOICE, ADVANCE -> DocumentKind.INVOICE;
      case CREDIT_NOTE -> DocumentKind.CREDIT_NOTE;
      case DEBIT_NOTE -> DocumentKind.DEBIT_NOTE;
    };
  }
}
