package io.dunwell.billing.web;

import io.dunwell.billing.InvoiceBook;
import io.dunwell.billing.InvoiceNotes;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceKind;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.LineView;
import io.dunwell.pages.Notes;
import io.dunwell.party.Customers;
import io.dunwell.shared.Actor;
import io.dunwell.shared.DeskPage;
import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A credit or debit note to be: which lines, how much of each, and why. */
@DeskPage
@RequestMapping("/invoices/{id}/notes")
class NotePages {

  private static final String PREPARES = "hasAnyRole('BILLING','ADMIN')";

  private final InvoiceNotes corrections;
  private final InvoiceBook book;
  private final Customers customers;
  private final Notes notes;

  NotePages(InvoiceNotes corrections, InvoiceBook book, Customers customers, Notes notes) {
    this.corrections = corrections;
    this.book = book;
    this.customers = customers;
    this.notes = notes;
  }

  /** What a note corrects. */
  enum About {
    /** All that is left of the invoice. */
    WHOLE,
    /** A quantity, at the price billed. */
    QUANTITY,
    /** A difference in the price of each. */
    PRICE
  }

  @GetMapping("/new")
  @PreAuthorize(PREPARES)
  ModelAndView blank(
      @PathVariable UUID id, @RequestParam(defaultValue = "CREDIT_NOTE") InvoiceKind kind) {
    InvoiceId invoice = new InvoiceId(id);
    InvoiceView view = book.view(invoice);
    boolean credit = kind == InvoiceKind.CREDIT_NOTE;
    return new ModelAndView("billing/note")
        .addObject("invoice", view)
        .addObject("kind", kind)
        .addObject("credit", credit)
        .addObject("abouts", credit ? About.values() : new About[] {About.QUANTITY, About.PRICE})
        .addObject("left", corrections.left(invoice))
        .addObject("late", credit ? corrections.lateCredit(invoice).orElse(null) : null)
        .addObject("customer", customers.view(view.customer()))
        .addObject("corrections", book.notesTo(invoice));
  }

  @PostMapping
  @PreAuthorize(PREPARES)
  String draft(
      @PathVariable UUID id,
      @RequestParam InvoiceKind kind,
      @RequestParam About about,
      @RequestParam String reason,
      @RequestParam Map<String, String> form,
      Principal by,
      RedirectAttributes flash) {
    InvoiceView view = book.view(new InvoiceId(id));
    List<InvoiceNotes.NoteLine> lines = about == About.WHOLE ? List.of() : lines(view, about, form);
    InvoiceId note =
        corrections.note(
            new InvoiceNotes.NewNote(
                kind,
                view.id(),
                lines,
                reason,
                form.containsKey("withoutTax"),
                form.containsKey("billAgain")),
            new Actor(by.getName()));
    notes.add(flash, "billing.note.drafted." + kind);
    return "redirect:/invoices/" + note;
  }

  private static List<InvoiceNotes.NoteLine> lines(
      InvoiceView invoice, About about, Map<String, String> form) {
    List<InvoiceNotes.NoteLine> lines = new ArrayList<>();
    for (LineView line : invoice.lines()) {
      BigDecimal quantity = Typed.number(form.get("quantity-" + line.id()));
      BigDecimal price = about == About.PRICE ? Typed.number(form.get("price-" + line.id())) : null;
      if (about == About.PRICE && price != null) {
        lines.add(
            new InvoiceNotes.NoteLine(
                line.id(), quantity == null ? line.charge().quantity() : quantity, price));
      } else if (about == About.QUANTITY && quantity != null && quantity.signum() != 0) {
        lines.add(new InvoiceNotes.NoteLine(line.id(), quantity, null));
      }
    }
    if (lines.isEmpty()) {
      throw new RuleViolation(
          "note.no-lines",
          about == About.PRICE
              ? "Say for at least one line by how much its price differs."
              : "Say for at least one line how much of it this is about.");
    }
    return lines;
  }
}
