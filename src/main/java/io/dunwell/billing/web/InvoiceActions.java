package io.dunwell.billing.web;

import io.dunwell.approval.Approvals;
import io.dunwell.approval.Submitting;
import io.dunwell.billing.Drafts;
import io.dunwell.billing.Invoicing;
import io.dunwell.billing.Revision;
import io.dunwell.billing.Seen;
import io.dunwell.invoices.Basis;
import io.dunwell.invoices.Charge;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.LineView;
import io.dunwell.invoices.NewLine;
import io.dunwell.pages.Notes;
import io.dunwell.shared.Actor;
import io.dunwell.shared.DeskPage;
import io.dunwell.tax.Treatment;
import java.math.BigDecimal;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the buttons on an invoice's page do. */
@DeskPage
@RequestMapping("/invoices/{id}")
class InvoiceActions {

  private static final String PREPARES = "hasAnyRole('BILLING','ADMIN')";

  private final Drafts drafts;
  private final Approvals approvals;
  private final Submitting submitting;
  private final Invoicing invoicing;
  private final Notes notes;

  InvoiceActions(
      Drafts drafts, Approvals approvals, Submitting submitting, Invoicing invoicing, Notes notes) {
    this.drafts = drafts;
    this.approvals = approvals;
    this.submitting = submitting;
    this.invoicing = invoicing;
    this.notes = notes;
  }

  /** Prices, discounts and words as the form has them, by line: {@code price-<line>}. */
  @PostMapping("/lines")
  @PreAuthorize(PREPARES)
  String revise(
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      Principal by,
      RedirectAttributes flash) {
    drafts.revise(Typed.seen(id, form), now -> revised(now, form), new Actor(by.getName()));
    notes.add(flash, "billing.note.revised");
    return back(id);
  }

  @PostMapping("/submission")
  @PreAuthorize(PREPARES)
  String submit(
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      Principal by,
      RedirectAttributes flash) {
    Seen seen = Typed.seen(id, form);
    submitting.submit(seen.draft(), seen.edition(), new Actor(by.getName()));
    notes.add(flash, "billing.note.submitted");
    return back(id);
  }

  @PostMapping("/withdrawal")
  @PreAuthorize(PREPARES)
  String withdraw(
      @PathVariable UUID id, @RequestParam String reason, Principal by, RedirectAttributes flash) {
    approvals.withdraw(new InvoiceId(id), reason, new Actor(by.getName()));
    notes.add(flash, "billing.note.withdrawn");
    return back(id);
  }

  @PostMapping("/issue")
  @PreAuthorize("hasAnyRole('BILLING','ACCOUNTS','ADMIN')")
  String issue(@PathVariable UUID id, Principal by, RedirectAttributes flash) {
    String number = invoicing.issue(new InvoiceId(id), new Actor(by.getName()));
    notes.add(flash, "billing.note.issued", number);
    return back(id);
  }

  @PostMapping("/cancellation")
  @PreAuthorize("hasAnyRole('ACCOUNTS','ADMIN')")
  String cancel(
      @PathVariable UUID id, @RequestParam String reason, Principal by, RedirectAttributes flash) {
    invoicing.cancel(new InvoiceId(id), reason, new Actor(by.getName()));
    notes.add(flash, "billing.note.cancelled");
    return back(id);
  }

  private static Revision revised(InvoiceView now, Map<String, String> form) {
    List<NewLine> lines = new ArrayList<>();
    for (LineView line : now.lines()) {
      lines.add(
          new NewLine(line.id(), charge(now, line, form), line.originalLine(), line.because()));
    }
    return new Revision(basis(now.basis(), form), lines);
  }

  private static Charge charge(InvoiceView invoice, LineView line, Map<String, String> form) {
    Charge charge = line.charge();
    BigDecimal quantity = Typed.number(form.get("quantity-" + line.id()), charge.quantity());
    BigDecimal price = Typed.number(form.get("price-" + line.id()), charge.unitPrice());
    BigDecimal discount = Typed.number(form.get("discount-" + line.id()), charge.discountPercent());
    return charge
        .at(quantity, price, discount, invoice.currency())
        .worded(
            form.getOrDefault("description-" + line.id(), charge.description()).strip(),
            form.getOrDefault("code-" + line.id(), charge.taxCode()).strip(),
            Typed.treatment(
                    form.get("treatment-" + line.id()), Treatment.valueOf(charge.treatment()))
                .name());
  }

  private static Basis basis(Basis basis, Map<String, String> form) {
    return new Basis(
        basis.customer(),
        basis.contract(),
        basis.contractNumber(),
        basis.contractVersion(),
        basis.currency(),
        form.getOrDefault("terms", basis.terms()),
        blankToNull(form.getOrDefault("po", basis.poNumber() == null ? "" : basis.poNumber())),
        basis.taxScheme(),
        basis.placeOfSupply(),
        basis.supply(),
        blankToNull(form.getOrDefault("remark", "")),
        basis.shipTo());
  }

  private static @Nullable String blankToNull(String text) {
    return text.isBlank() ? null : text.strip();
  }

  private static String back(UUID id) {
    return "redirect:/invoices/" + id;
  }
}
