package io.dunwell.einvoice;

import io.dunwell.billing.InvoiceBook;
import io.dunwell.billing.InvoiceId;
import io.dunwell.billing.InvoiceView;
import io.dunwell.billing.Invoicing;
import io.dunwell.party.Customers;
import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Our issued invoices, notes and advances as electronic documents. */
@Service
@Transactional(readOnly = true)
public class Einvoices {

  private final InvoiceBook book;
  private final Invoicing invoicing;
  private final Customers customers;
  private final Ubl ubl;
  private final FacturX facturX;
  private final IndianPortal portal;
  private final EinvoiceSettings settings;

  Einvoices(
      InvoiceBook book,
      Invoicing invoicing,
      Customers customers,
      Ubl ubl,
      FacturX facturX,
      IndianPortal portal,
      EinvoiceSettings settings) {
    this.book = book;
    this.invoicing = invoicing;
    this.customers = customers;
    this.ubl = ubl;
    this.facturX = facturX;
    this.portal = portal;
    this.settings = settings;
  }

  /**
   * The document as all formats need it.
   *
   * @throws RuleViolation {@code invoice.unknown}, {@code einvoice.not-issued}, {@code
   *     einvoice.no-seller} or {@code einvoice.no-address}
   */
  public EinvoiceDocument document(InvoiceId id) {
    InvoiceView invoice = book.view(id);
    InvoiceId original = invoice.original();
    return new InvoiceMapping(
            invoice, book.owedByBuyer(id), customers.view(invoice.customer()), settings.seller())
        .map(original == null ? null : book.view(original));
  }

  /** As UBL for Peppol; refusals as {@link Ubl#write} and {@link #document}. */
  public byte[] ubl(InvoiceId id) {
    return ubl.write(document(id));
  }

  /** As CII; refusals as {@link FacturX#cii} and {@link #document}. */
  public byte[] cii(InvoiceId id) {
    return facturX.cii(document(id));
  }

  /** The PDF as filed with the CII document inside; refusals as {@link #cii}. */
  public byte[] facturX(InvoiceId id) {
    return facturX.hybrid(invoicing.pdf(id), document(id));
  }

  /**
   * As INV-01; refusals as {@link IndianPortal#payload} and {@link #document}.
   *
   * @param rupeesPerUnit what one unit of its currency is worth
   */
  public String inv01(InvoiceId id, BigDecimal rupeesPerUnit) {
    return portal.payload(document(id), rupeesPerUnit);
  }

  /**
   * Writes it down to be registered at the Indian portal; see {@link IndianPortal#prepare}.
   *
   * @param rupeesPerUnit what one unit of its currency is worth
   */
  @Transactional
  public void prepare(InvoiceId id, BigDecimal rupeesPerUnit) {
    portal.prepare(id.value(), document(id), rupeesPerUnit);
  }
}
