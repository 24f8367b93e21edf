package io.dunwell.billing;

import io.dunwell.correspondence.PdfMark;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceStatus;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.Invoices;
import io.dunwell.party.Customers;
import io.dunwell.shared.RuleViolation;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Billing documents to hand out: what was cancelled says so, what was filed stays as it was. */
@Service
@Transactional(readOnly = true)
public class InvoiceCopies {

  private final Invoicing invoicing;
  private final Invoices invoices;
  private final Customers customers;
  private final InvoiceWordings wordings;

  InvoiceCopies(
      Invoicing invoicing, Invoices invoices, Customers customers, InvoiceWordings wordings) {
    this.invoicing = invoicing;
    this.invoices = invoices;
    this.customers = customers;
    this.wordings = wordings;
  }

  /**
   * The PDF as {@link Invoicing#pdf} has it, with a mark across each page if it was cancelled.
   *
   * @throws RuleViolation {@code invoice.unknown}, {@code document.retention-ended}
   */
  public byte[] pdf(InvoiceId id) {
    InvoiceView invoice = invoices.existing(id).view();
    byte[] filed = invoicing.pdf(id);
    if (invoice.status() != InvoiceStatus.CANCELLED) {
      return filed;
    }
    InvoiceWording wording = wordings.of(unjoined(customers.view(invoice.customer()).language()));
    String since = wording.day(Objects.requireNonNull(invoice.endedOn()));
    return PdfMark.across(filed, List.of(wording.text("invoice.print.cancelled"), since));
  }

  /** A mark is drawn letter by letter, which Devanagari cannot be. */
  private static Locale unjoined(Locale language) {
    return language.getLanguage().equals("hi") ? Locale.ENGLISH : language;
  }
}
