package io.dunwell.billing;

import io.dunwell.approval.Approvals;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceStatus;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.Invoices;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.RuleViolation;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of documents that the tax portal has to register (CGST Rules r. 48(4)). */
@Service
@Transactional
public class Registrations {

  private final Invoices invoices;
  private final Approvals approvals;
  private final RegistrationDuty duty;
  private final ObjectProvider<TaxPortal> portal;
  private final ApplicationEventPublisher events;

  Registrations(
      Invoices invoices,
      Approvals approvals,
      RegistrationDuty duty,
      ObjectProvider<TaxPortal> portal,
      ApplicationEventPublisher events) {
    this.invoices = invoices;
    this.approvals = approvals;
    this.duty = duty;
    this.portal = portal;
    this.events = events;
  }

  /**
   * Sends an approved document back to its preparer if the portal would refuse it once it is
   * issued.
   *
   * @return whether it was sent back
   */
  public boolean returnIfHindered(InvoiceId id, Actor by) {
    Optional<String> hindrance = duty.isOurs() ? hindrance(id) : Optional.empty();
    hindrance.ifPresent(
        why ->
            approvals.returnChanged(
                invoices.toChange(id),
                "The tax portal would refuse it. %s Correct the invoice or its customer, then submit it again."
                    .formatted(why),
                by));
    return hindrance.isPresent();
  }

  private Optional<String> hindrance(InvoiceId id) {
    InvoiceView view = invoices.existing(id).view();
    return view.status() == InvoiceStatus.APPROVED && duty.covers(view)
        ? portal.stream().findFirst().flatMap(there -> there.hindrance(view))
        : Optional.empty();
  }

  /** Why the portal refused an issued document; empty if it did not. */
  @Transactional(readOnly = true)
  public Optional<String> refusal(InvoiceId id) {
    return portal.stream().findFirst().flatMap(there -> there.refusal(id));
  }

  /**
   * Has a refused document sent again as it is now, after something about it was mended.
   *
   * @throws RuleViolation {@code einvoice.not-refused}, or {@code einvoice.…} if the portal's rules
   *     still refuse it
   */
  public void sendAgain(InvoiceId id, Actor by) {
    String refusal =
        refusal(id)
            .orElseThrow(
                () ->
                    new RuleViolation(
                        "einvoice.not-refused", "The tax portal does not refuse it any more."));
    portal.stream().forEach(there -> there.sendAgain(id));
    events.publishEvent(
        new Auditable(
            by, "einvoice.sent-again", "invoice", id.toString(), Map.of("refusal", refusal)));
  }
}
