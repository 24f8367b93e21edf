package io.dunwell.billing;

import io.dunwell.advances.SetOff;
import io.dunwell.contracts.Deliveries;
import io.dunwell.contracts.DeliveryId;
import io.dunwell.contracts.ShipTo;
import io.dunwell.correspondence.Letterhead;
import io.dunwell.correspondence.Letters;
import io.dunwell.correspondence.PdfPrinter;
import io.dunwell.correspondence.PrintTemplates;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.Invoices;
import io.dunwell.invoices.Withheld;
import io.dunwell.party.CustomerView;
import io.dunwell.party.Customers;
import io.dunwell.tax.Supply;
import io.dunwell.withholding.WithheldTaxes;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Prints billing documents for the archive. Its template engine resolves nothing but its own
 * template, and facts reach it as plain strings that are never evaluated.
 */
@Component
class InvoicePrinter {

  private final ITemplateEngine engine;
  private final PdfPrinter pdfs;
  private final Letters letters;
  private final Customers customers;
  private final Deliveries deliveries;
  private final Invoices invoices;
  private final SetOff setOff;
  private final Taxation taxation;
  private final WithheldTaxes withheld;
  private final InvoiceWordings wordings;
  private final BillingSettings settings;
  private final Clock clock;
  private final Timer printing;

  InvoicePrinter(
      PdfPrinter pdfs,
      Letters letters,
      Customers customers,
      Deliveries deliveries,
      Invoices invoices,
      SetOff setOff,
      Taxation taxation,
      WithheldTaxes withheld,
      InvoiceWordings wordings,
      BillingSettings settings,
      Clock clock,
      MeterRegistry meters) {
    this.pdfs = pdfs;
    this.letters = letters;
    this.customers = customers;
    this.deliveries = deliveries;
    this.invoices = invoices;
    this.setOff = setOff;
    this.taxation = taxation;
    this.withheld = withheld;
    this.wordings = wordings;
    this.settings = settings;
    this.clock = clock;
    this.printing = meters.timer("dunwell.billing.print");
    this.engine = PrintTemplates.in("templates/billing/print/", wordings.messages());
  }

  /** The document as PDF; what is not issued is marked as a draft. */
  byte[] print(InvoiceView invoice, InvoiceSheet.@Nullable Mark mark) {
    CustomerView customer = customers.view(invoice.customer());
    Letterhead sender = sender(invoice);
    InvoiceWording wording = wordings.of(customer.language());
    InvoiceSheets sheets =
        new InvoiceSheets(invoice, customer, sender, settings, wording, references(invoice, mark));
    LocalDate dated = invoice.issuedOn() == null ? LocalDate.now(clock) : invoice.issuedOn();
    return Objects.requireNonNull(
        printing.record(() -> pdf(sheets.lay(), wording, invoice.number(), sender, dated)));
  }

  private byte[] pdf(
      InvoiceSheet sheet,
      InvoiceWording wording,
      @Nullable String number,
      Letterhead sender,
      LocalDate dated) {
    Context context = new Context(wording.locale());
    context.setVariable("invoice", sheet);
    String title = number == null ? sheet.title() : sheet.title() + " " + number;
    return pdfs.archive(engine.process("invoice", context), title, sender.name(), dated);
  }

  /**
   * A receipt voucher as PDF.
   *
   * @param received the advance, cut down to what came in, with the voucher's number and day
   * @param advance the advance's number
   */
  byte[] voucher(InvoiceView received, String advance, LocalDate receivedOn) {
    CustomerView customer = customers.view(received.customer());
    Letterhead sender = sender(received);
    InvoiceWording wording = wordings.of(customer.language());
    InvoiceReferences references =
        new InvoiceReferences(null, null, List.of(advance), List.of(), Map.of(), null);
    InvoiceSheet sheet =
        new InvoiceSheets(received, customer, sender, settings, wording, references)
            .layVoucher(receivedOn);
    LocalDate dated = Objects.requireNonNull(received.issuedOn());
    return pdf(sheet, wording, received.number(), sender, dated);
  }

  private Letterhead sender(InvoiceView invoice) {
    Letterhead own = settings.seller(invoice.basis().taxScheme()).letterhead();
    return own == null ? letters.letterhead() : own;
  }

  private InvoiceReferences references(InvoiceView invoice, InvoiceSheet.@Nullable Mark mark) {
    InvoiceId original = invoice.original();
    boolean reverse = invoice.basis().supply().equals(Supply.REVERSE_CHARGE.name());
    return new InvoiceReferences(
        original == null ? null : invoices.existing(original).view(),
        mark,
        setOff.numbers(invoice),
        withheld.of(invoice.id()).stream().filter(Withheld::isDue).toList(),
        reverse ? taxation.owedByBuyer(invoice) : Map.of(),
        shipTo(invoice));
  }

  private @Nullable ShipTo shipTo(InvoiceView invoice) {
    UUID delivery = invoice.basis().shipTo();
    return delivery == null ? null : deliveries.view(new DeliveryId(delivery)).shipTo();
  }
}
