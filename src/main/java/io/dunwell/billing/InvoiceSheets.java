package io.dunwell.billing;

import io.dunwell.correspondence.Addressee;
import io.dunwell.correspondence.Letterhead;
import io.dunwell.party.CustomerView;
import io.dunwell.party.Due;
import io.dunwell.party.PaymentTerms;
import io.dunwell.shared.Money;
import io.dunwell.shared.Words;
import io.dunwell.tax.AmountInWords;
import io.dunwell.tax.GstState;
import io.dunwell.tax.TaxSchemes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Lays a billing document out for its page. */
final class InvoiceSheets {

  private final InvoiceView invoice;
  private final CustomerView customer;
  private final Letterhead sender;
  private final BillingSettings settings;
  private final MessageSource messages;
  private final InvoiceReferences references;

  InvoiceSheets(
      InvoiceView invoice,
      CustomerView customer,
      Letterhead sender,
      BillingSettings settings,
      MessageSource messages,
      InvoiceReferences references) {
    this.invoice = invoice;
    this.customer = customer;
    this.sender = sender;
    this.settings = settings;
    this.messages = messages;
    this.references = references;
  }

  InvoiceSheet lay() {
    TaxTable taxes = TaxTable.of(invoice);
    boolean local = customer.language().getLanguage().equals("hi");
    Money payable = invoice.payable();
    return new InvoiceSheet(
        customer.language().getLanguage(),
        title(),
        invoice.number() == null ? text("invoice.print.draft") : null,
        sender,
        sellerTax(),
        buyer(),
        facts(),
        invoice.lines().stream().map(this::row).toList(),
        taxes.heads(),
        taxes.rows(invoice),
        totals(),
        fact(credit() ? "invoice.print.credited" : "invoice.print.payable", symbol(payable)),
        AmountInWords.of(payable),
        local ? AmountInWords.of(payable, Locale.forLanguageTag("hi")) : null,
        dues(),
        notes(),
        invoice.basis().remark(),
        references.mark());
  }

  /** A receipt voucher with what rule 50 asks for: what came in, for what, and the tax in it. */
  InvoiceSheet layVoucher(LocalDate receivedOn) {
    InvoiceSheet sheet = lay();
    List<InvoiceSheet.Fact> facts = new ArrayList<>(sheet.facts());
    facts.add(2, fact("invoice.print.received-on", Words.day(receivedOn)));
    facts.add(3, fact("invoice.print.advance-number", String.join(", ", references.advances())));
    return new InvoiceSheet(
        sheet.language(),
        text("invoice.print.voucher"),
        null,
        sheet.sender(),
        sheet.sellerTax(),
        sheet.buyer(),
        facts,
        sheet.rows(),
        sheet.taxHeads(),
        sheet.taxRows(),
        sheet.totals(),
        fact("invoice.print.received", symbol(invoice.payable())),
        sheet.inWords(),
        sheet.inWordsLocal(),
        List.of(),
        invoice.taxes().isEmpty() ? List.of(text("invoice.print.voucher.untaxed")) : List.of(),
        null,
        null);
  }

  private boolean credit() {
    return invoice.kind() == InvoiceKind.CREDIT_NOTE;
  }

  private String title() {
    if (invoice.kind() == InvoiceKind.ADVANCE) {
      return text("invoice.print.advance");
    }
    return invoice
        .taxNotes()
        .lines()
        .findFirst()
        .map(this::text)
        .orElse(text("invoice.print.invoice"));
  }

  private @Nullable String sellerTax() {
    String number = settings.seller().party().taxNumber();
    return number == null ? sender.taxId() : text(numberLabel()) + " " + number;
  }

  private String numberLabel() {
    return gst() ? "invoice.print.gstin" : "invoice.print.vat";
  }

  private boolean gst() {
    return invoice.basis().taxScheme().equals(TaxSchemes.IN_GST);
  }

  private InvoiceSheet.Party buyer() {
    Addressee addressee = Addressee.of(customer, null);
    List<InvoiceSheet.Fact> ids =
        customer.taxIds().stream()
            .map(id -> new InvoiceSheet.Fact(id.scheme(), id.value()))
            .toList();
    return new InvoiceSheet.Party(
        addressee.name(), addressee.number(), addressee.addressLines(), ids);
  }

  private List<InvoiceSheet.Fact> facts() {
    List<InvoiceSheet.Fact> facts = new ArrayList<>();
    String number = invoice.number();
    LocalDate issuedOn = invoice.issuedOn();
    facts.add(fact("invoice.print.number", number == null ? "—" : number));
    facts.add(fact("invoice.print.date", issuedOn == null ? "—" : Words.day(issuedOn)));
    optional(facts, "invoice.print.due", day(invoice.dueOn()));
    optional(facts, "invoice.print.original", references.original());
    optional(facts, "invoice.print.reason", invoice.reason());
    optional(facts, "invoice.print.po", invoice.basis().poNumber());
    optional(facts, "invoice.print.contract", invoice.basis().contractNumber());
    optional(facts, "invoice.print.place", place());
    if (gst()) {
      boolean reverse = invoice.basis().supply().equals("REVERSE_CHARGE");
      facts.add(
          fact("invoice.print.reverse", text(reverse ? "invoice.print.yes" : "invoice.print.no")));
    }
    return facts;
  }

  private @Nullable String place() {
    String place = invoice.basis().placeOfSupply();
    if (place == null || place.isBlank()) {
      return null;
    }
    if (!gst()) {
      return new Locale("", place).getDisplayCountry(Locale.ENGLISH);
    }
    GstState state = GstState.of(place);
    return state.name() + " (" + state.code() + ")";
  }

  private InvoiceSheet.Row row(LineView line) {
    Charge charge = line.charge();
    return new InvoiceSheet.Row(
        line.position(),
        charge.description(),
        second(charge),
        charge.taxCode(),
        plain(charge.quantity()),
        charge.unit(),
        price(charge.unitPrice()),
        charge.discountPercent().signum() == 0 ? "–" : plain(charge.discountPercent()) + " %",
        Words.amount(invoice.money(charge.net())),
        rate(line),
        Words.amount(invoice.money(line.tax())));
  }

  private String second(Charge charge) {
    return Stream.of(
            charge.item(),
            charge.deliveryNumber(),
            charge.deliveredOn() == null ? null : Words.day(charge.deliveredOn()))
        .filter(Objects::nonNull)
        .collect(java.util.stream.Collectors.joining(" · "));
  }

  private static String rate(LineView line) {
    BigDecimal rate =
        line.taxes().stream().map(TaxShare::rate).reduce(BigDecimal.ZERO, BigDecimal::add);
    return line.taxes().isEmpty() ? "–" : plain(rate) + " %";
  }

  private List<InvoiceSheet.Fact> totals() {
    List<InvoiceSheet.Fact> totals = new ArrayList<>();
    totals.add(fact("invoice.print.net", Words.amount(invoice.net())));
    for (TaxShare tax : invoice.taxes()) {
      totals.add(
          new InvoiceSheet.Fact(
              TaxTable.name(tax) + " " + plain(tax.rate()) + " %",
              Words.amount(invoice.money(tax.amount()))));
    }
    if (!invoice.roundOff().isZero()) {
      totals.add(fact("invoice.print.round-off", Words.amount(invoice.roundOff())));
    }
    if (!invoice.setOff().isZero()) {
      totals.add(fact("invoice.print.total", Words.amount(invoice.total())));
      totals.add(
          new InvoiceSheet.Fact(
              text("invoice.print.set-off") + advances(),
              Words.amount(invoice.setOff().negated())));
    }
    return totals;
  }

  private String advances() {
    return references.advances().isEmpty()
        ? ""
        : " (" + String.join(", ", references.advances()) + ")";
  }

  private List<InvoiceSheet.Fact> dues() {
    LocalDate issuedOn = invoice.issuedOn();
    if (credit() || issuedOn == null) {
      return List.of();
    }
    List<Due> dues = PaymentTerms.parse(invoice.basis().terms()).dues(issuedOn, invoice.payable());
    return dues.size() < 2
        ? List.of()
        : dues.stream()
            .map(due -> new InvoiceSheet.Fact(Words.day(due.on()), Words.amount(due.amount())))
            .toList();
  }

  private List<String> notes() {
    return invoice.taxNotes().lines().skip(1).map(this::text).toList();
  }

  /** The amount with its currency's sign where our fonts have one. */
  private static String symbol(Money money) {
    String sign =
        switch (money.currency().getCurrencyCode()) {
          case "INR" -> "₹ ";
          case "EUR" -> "€ ";
          case "GBP" -> "£ ";
          case "USD" -> "US$ ";
          default -> money.currency().getCurrencyCode() + " ";
        };
    return sign + Words.amount(money);
  }

  private static @Nullable String day(@Nullable LocalDate day) {
    return day == null ? null : Words.day(day);
  }

  /** Unit prices may have more decimals than their currency. */
  private String price(BigDecimal price) {
    BigDecimal bare = price.stripTrailingZeros();
    int digits = Math.max(invoice.currency().getDefaultFractionDigits(), 0);
    return bare.scale() <= digits
        ? Words.amount(Money.rounded(bare, invoice.currency()))
        : bare.toPlainString();
  }

  static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  private void optional(List<InvoiceSheet.Fact> facts, String key, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      facts.add(fact(key, text));
    }
  }

  private InvoiceSheet.Fact fact(String key, String text) {
    return new InvoiceSheet.Fact(text(key), text);
  }

  private String text(String key) {
    return messages.getMessage(key, null, key, Locale.ENGLISH);
  }
}
