package io.dunwell.billing;

import io.dunwell.correspondence.Letterhead;
import io.dunwell.correspondence.Letters;
import io.dunwell.correspondence.PdfPrinter;
import io.dunwell.party.Customers;
import io.dunwell.shared.Words;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Prints billing documents for the archive. Its template engine resolves nothing but its own
 * template, and facts reach it as plain strings that are never evaluated.
 */
@Component
class InvoicePrinter {

  private final SpringTemplateEngine engine;
  private final PdfPrinter pdfs;
  private final Letters letters;
  private final Customers customers;
  private final Invoices invoices;
  private final SetOff setOff;
  private final MessageSource messages;
  private final BillingSettings settings;
  private final Clock clock;

  InvoicePrinter(
      PdfPrinter pdfs,
      Letters letters,
      Customers customers,
      Invoices invoices,
      SetOff setOff,
      MessageSource messages,
      BillingSettings settings,
      Clock clock) {
    this.pdfs = pdfs;
    this.letters = letters;
    this.customers = customers;
    this.invoices = invoices;
    this.setOff = setOff;
    this.messages = messages;
    this.settings = settings;
    this.clock = clock;
    this.engine = engine(messages);
  }

  private static SpringTemplateEngine engine(MessageSource messages) {
    ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
    resolver.setPrefix("templates/billing/print/");
    resolver.setSuffix(".html");
    resolver.setTemplateMode(TemplateMode.HTML);
    resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
    SpringTemplateEngine engine = new SpringTemplateEngine();
    engine.setTemplateResolver(resolver);
    engine.setTemplateEngineMessageSource(messages);
    engine.setEnableSpringELCompiler(true);
    return engine;
  }

  /** The document as PDF; what is not issued is marked as a draft. */
  byte[] print(InvoiceView invoice, InvoiceSheet.@Nullable Mark mark) {
    Letterhead sender = letters.letterhead();
    InvoiceReferences references =
        new InvoiceReferences(original(invoice), mark, setOff.numbers(invoice));
    InvoiceSheet sheet =
        new InvoiceSheets(
                invoice, customers.view(invoice.customer()), sender, settings, messages, references)
            .lay();
    Context context = new Context(Locale.ENGLISH);
    context.setVariable("invoice", sheet);
    String title = sheet.title() + " " + (invoice.number() == null ? "" : invoice.number());
    LocalDate dated = invoice.issuedOn() == null ? LocalDate.now(clock) : invoice.issuedOn();
    return pdfs.archive(engine.process("invoice", context), title.strip(), sender.name(), dated);
  }

  /**
   * A receipt voucher as PDF.
   *
   * @param received the advance, cut down to what came in, with the voucher's number and day
   * @param advance the advance's number
   */
  byte[] voucher(InvoiceView received, String advance, LocalDate receivedOn) {
    Letterhead sender = letters.letterhead();
    InvoiceReferences references = new InvoiceReferences(null, null, List.of(advance));
    InvoiceSheet sheet =
        new InvoiceSheets(
                received,
                customers.view(received.customer()),
                sender,
                settings,
                messages,
                references)
            .layVoucher(receivedOn);
    Context context = new Context(Locale.ENGLISH);
    context.setVariable("invoice", sheet);
    String title = sheet.title() + " " + received.number();
    LocalDate dated = Objects.requireNonNull(received.issuedOn());
    return pdfs.archive(engine.process("invoice", context), title, sender.name(), dated);
  }

  private @Nullable String original(InvoiceView invoice) {
    InvoiceId original = invoice.original();
    if (original == null) {
      return null;
    }
    InvoiceView corrected = invoices.existing(original).view();
    return corrected.number() + ", " + Words.day(Objects.requireNonNull(corrected.issuedOn()));
  }
}
