package io.dunwell.einvoice;

import io.dunwell.billing.TaxPortal;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceView;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Answers billing's questions about the tax portal. */
@Component
class PortalOfInvoices implements TaxPortal {

  private final Einvoices einvoices;
  private final RegistrationBook book;

  PortalOfInvoices(Einvoices einvoices, RegistrationBook book) {
    this.einvoices = einvoices;
    this.book = book;
  }

  @Override
  public Optional<String> hindrance(InvoiceView invoice) {
    return einvoices.hindrance(invoice);
  }

  @Override
  public Optional<String> refusal(InvoiceId invoice) {
    return book.find(invoice.value())
        .filter(registration -> registration.state() == Registration.State.REFUSED)
        .map(Registration::refusal);
  }

  @Override
  public void sendAgain(InvoiceId invoice) {
    einvoices.prepare(invoice, null);
  }
}
