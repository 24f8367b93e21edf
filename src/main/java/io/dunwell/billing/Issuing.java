package io.dunwell.billing;

import io.dunwell.approval.Approvals;
import io.dunwell.correspondence.LetterId;
import io.dunwell.documents.DocumentId;
import io.dunwell.documents.Documents;
import io.dunwell.invoices.Invoice;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceKind;
import io.dunwell.invoices.InvoiceStatus;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.Invoices;
import io.dunwell.invoices.Taxed;
import io.dunwell.invoices.events.InvoiceIssued;
import io.dunwell.numbering.DocumentSeries;
import io.dunwell.numbering.Numbering;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Issues many invoices that a policy let pass, in one go: the same as {@link Invoicing#issue} for
 * each, with the numbers given out, the postings made and the letters written for all of them at
 * once.
 */
@Service
@Transactional
public class Issuing {

  private final Invoices invoices;
  private final Approvals approvals;
  private final Taxation taxation;
  private final Numbering numbering;
  private final Postings postings;
  private final InvoicePrinter printer;
  private final Documents documents;
  private final InvoiceMail mail;
  private final BillingSettings settings;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Issuing(
      Invoices invoices,
      Approvals approvals,
      Taxation taxation,
      Numbering numbering,
      Postings postings,
      InvoicePrinter printer,
      Documents documents,
      InvoiceMail mail,
      BillingSettings settings,
      Clock clock,
      ApplicationEventPublisher events) {
    this.invoices = invoices;
    this.approvals = approvals;
    this.taxation = taxation;
    this.numbering = numbering;
    this.postings = postings;
    this.printer = printer;
    this.documents = documents;
    this.mail = mail;
    this.settings = settings;
    this.clock = clock;
    this.events = events;
  }

  /**
   * Issues those of the documents that a policy let pass, all or none; the others stay as they are.
   *
   * @return the documents that are issued now
   * @throws RuleViolation as {@link Invoicing#issue}
   */
  public List<InvoiceId> issueAll(List<InvoiceId> ids, Actor by) {
    Map<InvoiceId, Integer> straight = approvals.straight(ids);
    List<Invoice> passed =
        invoices.toChange(ids).stream().filter(invoice -> passed(invoice, straight)).toList();
    refuseIfTaxChanged(passed);
    LocalDate today = LocalDate.now(clock);
    number(passed, today, by);
    List<InvoiceView> issued = passed.stream().map(Invoice::view).toList();
    postings.postAll(issued, today, by);
    file(passed, issued, by);
    if (!settings.eInvoicing()) {
      send(passed, issued, today, by);
    }
    invoices.flush();
    issued.forEach(view -> tell(view, today, by));
    return issued.stream().map(InvoiceView::id).toList();
  }

  private static boolean passed(Invoice invoice, Map<InvoiceId, Integer> straight) {
    InvoiceView view = invoice.view();
    return view.status() == InvoiceStatus.APPROVED
        && view.kind() == InvoiceKind.INVOICE
        && Objects.equals(straight.get(view.id()), view.preparation().revision());
  }

  private void refuseIfTaxChanged(List<Invoice> passed) {
    Map<InvoiceId, Taxed> taxed = taxation.inOrder(passed.stream().map(Invoice::view).toList());
    for (Invoice invoice : passed) {
      Taxed now = Objects.requireNonNull(taxed.get(new InvoiceId(invoice.id())));
      if (invoice.tax(now)) {
        throw Invoicing.taxChanged();
      }
    }
    taxation.keepAll(taxed);
  }

  private void number(List<Invoice> passed, LocalDate today, Actor by) {
    List<String> numbers =
        numbering.nextAll(
            DocumentSeries.INVOICE, today, passed.stream().map(Invoice::id).toList(), by);
    for (int i = 0; i < passed.size(); i++) {
      Invoice invoice = passed.get(i);
      invoice.issue(numbers.get(i), today, Invoicing.firstDue(invoice.view(), today), by);
    }
  }

  private void file(List<Invoice> passed, List<InvoiceView> issued, Actor by) {
    List<DocumentId> filed =
        documents.storeOwnAll(
            issued.stream().map(each -> Invoicing.own(each, printer.print(each, null))).toList(),
            by);
    for (int i = 0; i < passed.size(); i++) {
      passed.get(i).file(filed.get(i).value());
    }
  }

  private void send(List<Invoice> passed, List<InvoiceView> issued, LocalDate today, Actor by) {
    List<LetterId> letters = mail.sendAll(issued, today, by);
    for (int i = 0; i < passed.size(); i++) {
      passed.get(i).sent(letters.get(i).value());
    }
  }

  private void tell(InvoiceView view, LocalDate today, Actor by) {
    String number = Objects.requireNonNull(view.number());
    events.publishEvent(
        new Auditable(
            by,
            "invoice.issued",
            "invoice",
            view.id().toString(),
            Map.of("number", number, "total", Words.money(view.total()))));
    events.publishEvent(
        new InvoiceIssued(
            view.id().value(), view.kind().name(), number, view.customer().value(), today));
  }
}
