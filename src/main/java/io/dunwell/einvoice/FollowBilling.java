package io.dunwell.einvoice;

import io.dunwell.billing.Invoicing;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.events.InvoiceCancelled;
import io.dunwell.invoices.events.InvoiceIssued;
import io.dunwell.shared.RuleViolation;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps registrations in step with invoices, in the same transaction: what has to be registered is
 * written down when it is issued, or not issued; what is registered is not cancelled behind the
 * portal's back.
 */
@Component
class FollowBilling {

  private final Einvoices einvoices;
  private final Invoicing invoicing;
  private final RegistrationBook book;

  FollowBilling(Einvoices einvoices, Invoicing invoicing, RegistrationBook book) {
    this.einvoices = einvoices;
    this.invoicing = invoicing;
    this.book = book;
  }

  @EventListener
  void issued(InvoiceIssued event) {
    InvoiceId id = new InvoiceId(event.invoice());
    if (invoicing.awaitsRegistration(id)) {
      einvoices.prepare(id, null);
    }
  }

  @EventListener
  void cancelled(InvoiceCancelled event) {
    book.find(event.invoice()).ifPresent(registration -> cancelled(registration));
  }

  private void cancelled(Registration registration) {
    if (registration.state() == Registration.State.REGISTERED) {
      throw new RuleViolation(
          "einvoice.registered",
          registration.number()
              + " is registered at the tax portal. Cancel it there, by the button “Cancel at the"
              + " portal”, within 24 hours of its registration; later issue a credit note.");
    }
    if (registration.state() == Registration.State.PENDING) {
      forget(registration);
    }
  }

  private void forget(Registration registration) {
    if (registration.attempts() > 0) {
      throw new RuleViolation(
          "einvoice.unanswered",
          registration.number()
              + " was sent to the tax portal, which has not answered yet. Register it again to learn"
              + " how it stands, then cancel it.");
    }
    book.forget(registration.document());
  }
}
