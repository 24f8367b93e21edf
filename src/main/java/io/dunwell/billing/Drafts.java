package io.dunwell.billing;

import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.RuleViolation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Invoices in the making. */
@Service
@Transactional
public class Drafts {

  private final Invoices invoices;
  private final Taxation taxation;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Drafts(Invoices invoices, Taxation taxation, Clock clock, ApplicationEventPublisher events) {
    this.invoices = invoices;
    this.taxation = taxation;
    this.clock = clock;
    this.events = events;
  }

  /**
   * Makes a draft.
   *
   * @throws RuleViolation {@code invoice.nothing-to-bill}, {@code invoice.line-malformed}
   */
  public InvoiceId draft(NewInvoice draft, Actor by) {
    Invoice invoice = Invoice.draft(draft, LocalDate.now(clock), by);
    invoice.tax(taxation.of(invoice.view()));
    InvoiceView view = invoices.save(invoice).view();
    invoices.flush();
    tell(by, "invoice.drafted", view.id(), Map.of("total", view.total().toString()));
    return view.id();
  }

  /**
   * Changes a draft, or what was returned: the lines given are all it has afterwards.
   *
   * @throws RuleViolation {@code invoice.unknown}, {@code invoice.not-editable}, or as {@link
   *     #draft}
   */
  public void revise(InvoiceId id, Basis basis, List<NewLine> lines, Actor by) {
    Invoice invoice = invoices.toChange(id);
    InvoiceView before = invoice.view();
    invoice.revise(basis, lines, by);
    invoice.tax(taxation.of(invoice.view()));
    invoices.save(invoice);
    invoices.flush();
    tell(
        by,
        "invoice.revised",
        id,
        Map.of("before", before.total().toString(), "after", invoice.view().total().toString()));
  }

  private void tell(Actor by, String act, InvoiceId id, Map<String, String> details) {
    events.publishEvent(new Auditable(by, act, "invoice", id.toString(), details));
  }
}
