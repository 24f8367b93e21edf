package io.dunwell.billing;

import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.RuleViolation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Invoices in the making. */
@Service
@Transactional
public class Drafts {

  private final Invoices invoices;
  private final Taxation taxation;
  private final Coverage coverage;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Drafts(
      Invoices invoices,
      Taxation taxation,
      Coverage coverage,
      Clock clock,
      ApplicationEventPublisher events) {
    this.invoices = invoices;
    this.taxation = taxation;
    this.coverage = coverage;
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
   * @throws RuleViolation {@code invoice.unknown}, {@code invoice.not-editable}, {@code
   *     invoice.quantity-is-delivered}, or as {@link #draft}
   */
  public void revise(InvoiceId id, Basis basis, List<NewLine> lines, Actor by) {
    Invoice invoice = invoices.toChange(id);
    InvoiceView before = invoice.view();
    refuseOtherQuantities(before, lines);
    coverage.releaseLines(gone(before, lines));
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

  /** What was delivered is billed as delivered; who wants it otherwise takes it back. */
  private static void refuseOtherQuantities(InvoiceView before, List<NewLine> lines) {
    for (LineView line : before.lines()) {
      boolean other =
          lines.stream()
              .filter(each -> line.id().equals(each.id()))
              .anyMatch(each -> each.charge().quantity().compareTo(line.charge().quantity()) != 0);
      if (other && line.charge().deliveryNumber() != null) {
        throw new RuleViolation(
            "invoice.quantity-is-delivered",
            "Line %d bills what delivery %s brought. Record a return if it is less."
                .formatted(line.position(), line.charge().deliveryNumber()));
      }
    }
  }

  private static Set<UUID> gone(InvoiceView before, List<NewLine> lines) {
    Set<UUID> gone = before.lines().stream().map(LineView::id).collect(Collectors.toSet());
    lines.forEach(line -> gone.remove(line.id()));
    return gone;
  }

  private void tell(Actor by, String act, InvoiceId id, Map<String, String> details) {
    events.publishEvent(new Auditable(by, act, "invoice", id.toString(), details));
  }
}
