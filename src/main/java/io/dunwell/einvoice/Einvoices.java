package io.dunwell.einvoice;

import io.dunwell.billing.InvoiceBook;
import io.dunwell.billing.Invoicing;
import io.dunwell.contracts.Deliveries;
import io.dunwell.contracts.DeliveryId;
import io.dunwell.contracts.ShipTo;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceKind;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.ledger.ExchangeRates;
import io.dunwell.party.Customers;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.Words;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Our issued invoices, notes and advances as electronic documents. */
@Service
@Transactional(readOnly = true)
public class Einvoices {

  /** In the place of a number, for what is not issued yet. */
  private static final String NOT_NUMBERED = "DRAFT";

  private static final Currency RUPEE = Currency.getInstance("INR");

  private final InvoiceBook book;
  private final Invoicing invoicing;
  private final Customers customers;
  private final Deliveries deliveries;
  private final Ubl ubl;
  private final FacturX facturX;
  private final IndianPortal portal;
  private final EinvoiceSettings settings;
  private final ExchangeRates rates;
  private final Clock clock;

  Einvoices(
      InvoiceBook book,
      Invoicing invoicing,
      Customers customers,
      Deliveries deliveries,
      Ubl ubl,
      FacturX facturX,
      IndianPortal portal,
      EinvoiceSettings settings,
      ExchangeRates rates,
      Clock clock) {
    this.book = book;
    this.invoicing = invoicing;
    this.customers = customers;
    this.deliveries = deliveries;
    this.ubl = ubl;
    this.facturX = facturX;
    this.portal = portal;
    this.settings = settings;
    this.rates = rates;
    this.clock = clock;
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
    return mapping(invoice).map(original == null ? null : book.view(original));
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
   * As INV-01; refusals as {@link IndianPortal#payload} and {@link #document}, {@code
   * einvoice.no-rate} and {@code einvoice.advance}.
   *
   * @param rupeesPerUnit what one unit of its currency is worth; null for the rate of the day of
   *     issue
   */
  public String inv01(InvoiceId id, @Nullable BigDecimal rupeesPerUnit) {
    EinvoiceDocument document = forPortal(id);
    return portal.payload(document, rate(document, rupeesPerUnit));
  }

  /**
   * Writes it down to be registered at the Indian portal; see {@link IndianPortal#prepare}.
   *
   * @param rupeesPerUnit what one unit of its currency is worth; null for the rate of the day of
   *     issue
   */
  @Transactional
  public void prepare(InvoiceId id, @Nullable BigDecimal rupeesPerUnit) {
    EinvoiceDocument document = forPortal(id);
    portal.prepare(id.value(), document, rate(document, rupeesPerUnit));
  }

  /**
   * Why the portal would refuse a document that is not issued yet, if it were issued today; empty
   * if it would not.
   */
  Optional<String> hindrance(InvoiceView invoice) {
    InvoiceId original = invoice.original();
    try {
      EinvoiceDocument document =
          mapping(invoice)
              .map(
                  NOT_NUMBERED,
                  LocalDate.now(clock),
                  original == null ? null : book.view(original));
      portal.payload(document, rate(document, null));
      return Optional.empty();
    } catch (RuleViolation refusal) {
      return Optional.of(refusal.sentence());
    }
  }

  private InvoiceMapping mapping(InvoiceView invoice) {
    return new InvoiceMapping(
        invoice,
        book.owedByBuyer(invoice.id()),
        customers.view(invoice.customer()),
        settings.seller(invoice.basis().taxScheme()),
        shipTo(invoice));
  }

  private @Nullable ShipTo shipTo(InvoiceView invoice) {
    UUID delivery = invoice.basis().shipTo();
    return delivery == null ? null : deliveries.view(new DeliveryId(delivery)).shipTo();
  }

  private EinvoiceDocument forPortal(InvoiceId id) {
    if (book.view(id).kind() == InvoiceKind.ADVANCE) {
      throw new RuleViolation(
          "einvoice.advance",
          "The receipt of an advance is no matter of the portal; the invoice that sets it off is.");
    }
    return document(id);
  }

  private BigDecimal rate(EinvoiceDocument document, @Nullable BigDecimal given) {
    if (given != null) {
      return given;
    }
    return rates
        .rate(document.currency(), RUPEE, document.issuedOn())
        .orElseThrow(
            () ->
                new RuleViolation(
                    "einvoice.no-rate",
                    "The portal counts in rupees, and no rate of %s is known for %s; enter it among the exchange rates."
                        .formatted(document.currency(), Words.day(document.issuedOn()))));
  }
}
