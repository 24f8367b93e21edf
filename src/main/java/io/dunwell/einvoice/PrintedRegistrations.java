package io.dunwell.einvoice;

import io.dunwell.billing.Invoicing;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings a registration onto the invoice's page, and notes in the same transaction that it did. */
@Component
class PrintedRegistrations {

  private final Invoicing invoicing;
  private final RegistrationBook book;

  PrintedRegistrations(Invoicing invoicing, RegistrationBook book) {
    this.invoicing = invoicing;
    this.book = book;
  }

  @Transactional
  void print(InvoiceId id, Irn irn, String acknowledged, byte[] code, Actor by) {
    invoicing.mark(id, irn.value(), acknowledged, code, by);
    book.printed(id.value());
  }
}
