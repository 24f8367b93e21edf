package io.dunwell.billing;

import io.dunwell.correspondence.Addressee;
import io.dunwell.correspondence.LetterFacts;
import io.dunwell.correspondence.LetterId;
import io.dunwell.correspondence.LetterLine;
import io.dunwell.correspondence.Letters;
import io.dunwell.correspondence.NewLetter;
import io.dunwell.documents.DocumentId;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceKind;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.party.CustomerView;
import io.dunwell.party.Customers;
import io.dunwell.party.Due;
import io.dunwell.party.PaymentTerms;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Puts issued documents into the outbox, with the proofs that belong to them. */
@Component
class InvoiceMail {

  private final Letters letters;
  private final Customers customers;
  private final DeliveryEvidence evidence;

  InvoiceMail(Letters letters, Customers customers, DeliveryEvidence evidence) {
    this.letters = letters;
    this.customers = customers;
    this.evidence = evidence;
  }

  LetterId send(InvoiceView invoice, LocalDate today, Actor by) {
    return sendAll(List.of(invoice), today, by).get(0);
  }

  /** {@link #send} for many; the letters come in the same order. */
  List<LetterId> sendAll(List<InvoiceView> invoices, LocalDate today, Actor by) {
    Map<InvoiceId, List<EvidenceView>> proofs =
        evidence.viewsOf(invoices.stream().map(InvoiceView::id).toList());
    return letters.writeAll(
        invoices.stream()
            .map(each -> letter(each, proofs.getOrDefault(each.id(), List.of()), today, by))
            .toList());
  }

  private NewLetter letter(
      InvoiceView invoice, List<EvidenceView> evident, LocalDate today, Actor by) {
    CustomerView customer = customers.view(invoice.customer());
    List<DocumentId> proofs = evident.stream().map(EvidenceView::document).distinct().toList();
    boolean credit = invoice.kind() == InvoiceKind.CREDIT_NOTE;
    return new NewLetter(
        customer.id(),
        invoice.currency(),
        today,
        credit ? "credit-note" : "invoice",
        customer.language(),
        customer.email().orElse(null),
        credit ? creditFacts(invoice, customer) : facts(invoice, customer),
        proofs,
        by);
  }

  private static LetterFacts facts(InvoiceView invoice, CustomerView customer) {
    List<LetterLine> lines =
        PaymentTerms.parse(invoice.basis().terms())
            .dues(issuedOn(invoice), invoice.payable())
            .stream()
            .map(due -> line(invoice, due.on(), due.amount()))
            .toList();
    return facts(invoice, customer, lines, List.of(), invoice.dueOn());
  }

  private static LetterFacts creditFacts(InvoiceView invoice, CustomerView customer) {
    Due due = new Due(1, issuedOn(invoice), invoice.payable().negated());
    List<LetterLine> lines = List.of(line(invoice, due.on(), due.amount()));
    return facts(invoice, customer, List.of(), lines, null);
  }

  private static LetterFacts facts(
      InvoiceView invoice,
      CustomerView customer,
      List<LetterLine> raised,
      List<LetterLine> credits,
      @org.jspecify.annotations.Nullable LocalDate payBy) {
    Money zero = Money.zero(invoice.currency());
    List<LetterLine> none = List.of();
    return new LetterFacts(
        Addressee.of(customer, null),
        raised,
        none,
        none,
        none,
        credits,
        zero,
        zero,
        zero,
        payBy,
        null);
  }

  private static LetterLine line(InvoiceView invoice, LocalDate dueOn, Money amount) {
    return new LetterLine(
        Objects.requireNonNull(invoice.number()),
        issuedOn(invoice),
        dueOn,
        0,
        amount,
        amount,
        0,
        null);
  }

  private static LocalDate issuedOn(InvoiceView invoice) {
    return Objects.requireNonNull(invoice.issuedOn());
  }
}
