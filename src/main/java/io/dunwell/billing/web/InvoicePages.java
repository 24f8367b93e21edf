package io.dunwell.billing.web;

import io.dunwell.advances.Advances;
import io.dunwell.advances.ReceiptVouchers;
import io.dunwell.approval.Approvals;
import io.dunwell.billing.InvoiceBook;
import io.dunwell.billing.InvoiceCopies;
import io.dunwell.billing.InvoiceNotes;
import io.dunwell.contracts.Deliveries;
import io.dunwell.contracts.DeliveryId;
import io.dunwell.contracts.ShipTo;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceKind;
import io.dunwell.invoices.InvoiceStatus;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.pages.ListPage;
import io.dunwell.pages.Lists;
import io.dunwell.party.Customers;
import io.dunwell.shared.DeskPage;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The invoices: the list, and one with its lines, approvals, proofs and history. */
@DeskPage
class InvoicePages {

  private final InvoiceBook book;
  private final InvoiceNotes notes;
  private final Advances advances;
  private final ReceiptVouchers vouchers;
  private final Approvals approvals;
  private final InvoiceCopies copies;
  private final Customers customers;
  private final Deliveries deliveries;
  private final Lists lists;

  InvoicePages(
      InvoiceBook book,
      InvoiceNotes notes,
      Advances advances,
      ReceiptVouchers vouchers,
      Approvals approvals,
      InvoiceCopies copies,
      Customers customers,
      Deliveries deliveries,
      Lists lists) {
    this.book = book;
    this.notes = notes;
    this.advances = advances;
    this.vouchers = vouchers;
    this.approvals = approvals;
    this.copies = copies;
    this.customers = customers;
    this.deliveries = deliveries;
    this.lists = lists;
  }

  @GetMapping("/invoices")
  ModelAndView list(@RequestParam Map<String, String> params) {
    ListPage page = lists.page("billing/invoices", params);
    page.list("invoices", lists.of(InvoiceRow.COLUMNS, InvoiceRow.query(params), InvoiceRow::read));
    return page.with("states", InvoiceStatus.values())
        .with("kinds", InvoiceKind.values())
        .with("asked", params)
        .answer();
  }

  @GetMapping("/invoices/{id}")
  ModelAndView one(@PathVariable UUID id) {
    InvoiceId invoice = new InvoiceId(id);
    InvoiceView view = book.view(invoice);
    InvoiceId original = view.original();
    boolean advance = view.kind() == InvoiceKind.ADVANCE;
    boolean late = view.kind() == InvoiceKind.CREDIT_NOTE && view.number() == null;
    return new ModelAndView("billing/invoice")
        .addObject("order", view.number() == null ? book.order(invoice).orElse(null) : null)
        .addObject(
            "late", late && original != null ? notes.lateCredit(original).orElse(null) : null)
        .addObject("advance", advance ? advances.view(invoice) : null)
        .addObject("vouchers", advance ? vouchers.of(invoice) : List.of())
        .addObject("invoice", view)
        .addObject("shipTo", shipTo(view))
        .addObject("customer", customers.view(view.customer()))
        .addObject("standings", approvals.standings(invoice))
        .addObject("verdicts", approvals.verdicts(invoice))
        .addObject("withheld", book.withheld(invoice))
        .addObject("proofs", book.evidence(invoice))
        .addObject("corrected", original == null ? null : book.view(original))
        .addObject("corrections", book.notesTo(invoice))
        .addObject("history", book.history(invoice));
  }

  private @Nullable ShipTo shipTo(InvoiceView invoice) {
    UUID delivery = invoice.basis().shipTo();
    return delivery == null ? null : deliveries.view(new DeliveryId(delivery)).shipTo();
  }

  @GetMapping("/invoices/{id}/pdf")
  ResponseEntity<byte[]> pdf(@PathVariable UUID id) {
    InvoiceId invoice = new InvoiceId(id);
    String name = InvoiceFiles.name(book.view(invoice)) + ".pdf";
    return InvoiceFiles.answer(copies.pdf(invoice), MediaType.APPLICATION_PDF, name);
  }

  @GetMapping("/invoices/{id}/dossier")
  ResponseEntity<byte[]> dossier(@PathVariable UUID id) {
    InvoiceId invoice = new InvoiceId(id);
    String name = InvoiceFiles.name(book.view(invoice)) + ".zip";
    return InvoiceFiles.answer(
        book.dossier(invoice), MediaType.parseMediaType("application/zip"), name);
  }
}
