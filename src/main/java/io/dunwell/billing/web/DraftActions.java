package io.dunwell.billing.web;

import io.dunwell.billing.Drafts;
import io.dunwell.billing.FreeLine;
import io.dunwell.billing.InvoiceBook;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.pages.Notes;
import io.dunwell.shared.Actor;
import io.dunwell.shared.DeskPage;
import io.dunwell.tax.Treatment;
import java.math.BigDecimal;
import java.security.Principal;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the buttons under the lines of a draft do. */
@DeskPage
@RequestMapping("/invoices/{id}/lines")
class DraftActions {

  private static final String PREPARES = "hasAnyRole('BILLING','ADMIN')";

  private final Drafts drafts;
  private final InvoiceBook book;
  private final Notes notes;

  DraftActions(Drafts drafts, InvoiceBook book, Notes notes) {
    this.drafts = drafts;
    this.book = book;
    this.notes = notes;
  }

  /** Moves the ticked lines to a draft of their own. */
  @PostMapping("/split")
  @PreAuthorize(PREPARES)
  String split(
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      Principal by,
      RedirectAttributes flash) {
    InvoiceId other =
        drafts.split(Typed.seen(id, form), Typed.picked(form), new Actor(by.getName()));
    notes.add(flash, "billing.note.split");
    return "redirect:/invoices/" + other;
  }

  /** Drops the ticked lines. */
  @PostMapping("/removal")
  @PreAuthorize(PREPARES)
  String drop(
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      Principal by,
      RedirectAttributes flash) {
    drafts.drop(Typed.seen(id, form), Typed.picked(form), new Actor(by.getName()));
    notes.add(flash, "billing.note.dropped");
    return "redirect:/invoices/" + id;
  }

  /** Adds a line that no delivery asks for. */
  @PostMapping("/addition")
  @PreAuthorize(PREPARES)
  String add(
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      Principal by,
      RedirectAttributes flash) {
    InvoiceId invoice = new InvoiceId(id);
    FreeLine line =
        new FreeLine(
            Typed.text(form, "description"),
            Typed.text(form, "unit"),
            Typed.number(form.get("quantity"), BigDecimal.ONE),
            Typed.number(form.get("price"), BigDecimal.ZERO),
            Typed.text(form, "code"),
            form.containsKey("service"),
            Typed.treatment(form.get("treatment"), Treatment.TAXED));
    drafts.add(
        Typed.seen(id, form),
        line.charge(book.view(invoice).currency()),
        Typed.text(form, "because"),
        new Actor(by.getName()));
    notes.add(flash, "billing.note.added");
    return "redirect:/invoices/" + id;
  }
}
