package io.dunwell.billing;

import io.dunwell.contracts.ShipTo;
import io.dunwell.correspondence.Addressee;
import io.dunwell.correspondence.Letterhead;
import io.dunwell.invoices.Charge;
import io.dunwell.invoices.InvoiceKind;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.LineView;
import io.dunwell.invoices.TaxShare;
import io.dunwell.invoices.Withheld;
import io.dunwell.party.CustomerView;
import io.dunwell.party.Due;
import io.dunwell.party.PaymentTerms;
import io.dunwell.shared.Money;
import io.dunwell.tax.AmountInWords;
import io.dunwell.tax.GstState;
import io.dunwell.tax.Withholding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lays a billing document out for its page, in its customer's language and by its tax law. */
final class InvoiceSheets {

  private final InvoiceView invoice;
  private final CustomerView customer;
  private final Letterhead sender;
  private final BillingSettings settings;
  private final InvoiceWording wording;
  private final InvoiceReferences references;
  private final PrintStyle style;
  private final UntaxedLines untaxed;

  InvoiceSheets(
      InvoiceView invoice,
      CustomerView customer,
      Letterhead sender,
      BillingSettings settings,
      InvoiceWording wording,
      InvoiceReferences references) {
    this.invoice = invoice;
    this.customer = customer;
    this.sender = sender;
    this.settings = settings;
    this.wording = wording;
    this.references = references;
    this.style = PrintStyle.of(invoice);
    this.untaxed = new UntaxedLines(invoice, wording);
  }

  InvoiceSheet lay() {
    Money payable = invoice.payable();
    boolean translated = style.words() && !wording.isEnglish();
    return new InvoiceSheet(
        wording.locale().getLanguage(),
        title(),
        invoice.number() == null ? text("invoice.print.draft") : null,
        sender,
        sellerTax(),
        buyer(),
        shipTo(),
        facts(),
        columns(),
        invoice.lines().stream().map(this::row).toList(),
        taxes(),
        totals(),
        fact(credit() ? "invoice.print.credited" : "invoice.print.payable", wording.money(payable)),
        style.words() ? AmountInWords.of(payable) : null,
        translated ? AmountInWords.of(payable, wording.locale()) : null,
        dues(),
        credit() ? List.of() : sender.payTo(),
        notes(),
        invoice.basis().remark(),
        references.mark(),
        style.signed());
  }

  /** A receipt voucher with what rule 50 asks for: what came in, for what, and the tax in it. */
  InvoiceSheet layVoucher(LocalDate receivedOn) {
    InvoiceSheet sheet = lay();
    List<InvoiceSheet.Fact> facts = new ArrayList<>(sheet.facts());
    facts.add(2, fact("invoice.print.received-on", wording.day(receivedOn)));
    facts.add(3, fact("invoice.print.advance-number", String.join(", ", references.advances())));
    return new InvoiceSheet(
        sheet.language(),
        named("invoice.print.voucher"),
        null,
        sheet.sender(),
        sheet.sellerTax(),
        sheet.buyer(),
        null,
        facts,
        sheet.columns(),
        sheet.rows(),
        sheet.taxes(),
        sheet.totals(),
        fact("invoice.print.received", wording.money(invoice.payable())),
        sheet.inWords(),
        sheet.inWordsLocal(),
        List.of(),
        List.of(),
        invoice.taxes().stream().allMatch(tax -> tax.component().equals(TaxShare.COLLECTED))
            ? List.of(text("invoice.print.voucher.untaxed"))
            : List.of(),
        null,
        null,
        sheet.signed());
  }

  private boolean credit() {
    return invoice.kind() == InvoiceKind.CREDIT_NOTE;
  }

  private String title() {
    return named(
        invoice.kind() == InvoiceKind.ADVANCE
            ? "invoice.print.advance"
            : invoice.taxNotes().lines().findFirst().orElse("invoice.print.invoice"));
  }

  /** What Indian law calls it stands beside the translation. */
  private String named(String key) {
    return style == PrintStyle.GST && !wording.isEnglish()
        ? text(key) + " · " + wording.english(key)
        : text(key);
  }

  private @Nullable String sellerTax() {
    String number = settings.seller(invoice.basis().taxScheme()).party().taxNumber();
    return number == null ? sender.taxId() : text(style.numberKey()) + " " + number;
  }

  private InvoiceSheet.Party buyer() {
    Addressee addressee = Addressee.of(customer, null);
    List<InvoiceSheet.Fact> ids =
        customer.taxIds().stream()
            .map(
                id ->
                    new InvoiceSheet.Fact(
                        id.scheme().equals("VAT") ? text("invoice.print.vat") : id.scheme(),
                        id.value()))
            .toList();
    return new InvoiceSheet.Party(
        addressee.name(), addressee.number(), addressee.addressLines(), ids);
  }

  private InvoiceSheet.@Nullable Party shipTo() {
    ShipTo to = references.shipTo();
    if (to == null) {
      return null;
    }
    String code = to.postalCode() == null ? "" : to.postalCode();
    List<String> lines = new ArrayList<>(to.street().lines().map(String::strip).toList());
    lines.add(style == PrintStyle.GST ? to.city() + " " + code : (code + " " + to.city()).strip());
    lines.add(to.country().equals("IN") ? state(to.place()) : country(to.place()));
    List<InvoiceSheet.Fact> ids =
        to.taxNumber() == null ? List.of() : List.of(fact(style.numberKey(), to.taxNumber()));
    return new InvoiceSheet.Party(to.name(), null, lines, ids);
  }

  private String country(String code) {
    return new Locale("", code).getDisplayCountry(wording.locale());
  }

  private List<InvoiceSheet.Fact> facts() {
    List<InvoiceSheet.Fact> facts = new ArrayList<>();
    String number = invoice.number();
    facts.add(fact("invoice.print.number", number == null ? "—" : number));
    LocalDate issuedOn = invoice.issuedOn();
    facts.add(fact("invoice.print.date", issuedOn == null ? "—" : wording.day(issuedOn)));
    if (!credit() && invoice.dueOn() != null) {
      facts.add(fact("invoice.print.due", wording.day(invoice.dueOn())));
    }
    optional(facts, "invoice.print.original", original());
    optional(facts, "invoice.print.reason", invoice.reason());
    optional(facts, "invoice.print.po", invoice.basis().poNumber());
    optional(facts, "invoice.print.contract", invoice.basis().contractNumber());
    place(facts);
    return facts;
  }

  private @Nullable String original() {
    InvoiceView original = references.original();
    return original == null
        ? null
        : original.number() + ", " + wording.day(Objects.requireNonNull(original.issuedOn()));
  }

  private void place(List<InvoiceSheet.Fact> facts) {
    String place = invoice.basis().placeOfSupply();
    if (style.placed()) {
      if (place != null && !place.isBlank()) {
        facts.add(fact("invoice.print.place", state(place)));
      }
      boolean reverse = invoice.basis().supply().equals("REVERSE_CHARGE");
      facts.add(
          fact("invoice.print.reverse", text(reverse ? "invoice.print.yes" : "invoice.print.no")));
    } else if (place != null && !place.isBlank() && !place.equals(seller().country())) {
      facts.add(fact("invoice.print.destination", country(place)));
    }
  }

  /** Exports name the country that the goods go to: CGST Rules r. 46, third proviso. */
  private String state(String place) {
    GstState state = GstState.of(place);
    String name =
        state.code().equals(GstState.ABROAD)
            ? new Locale("", customer.country()).getDisplayCountry(wording.locale())
            : state.name();
    return name + " (" + state.code() + ")";
  }

  private BillingSettings.Seller seller() {
    return settings.seller(invoice.basis().taxScheme());
  }

  private InvoiceSheet.Columns columns() {
    boolean discounted =
        invoice.lines().stream().anyMatch(line -> line.charge().discountPercent().signum() != 0);
    return new InvoiceSheet.Columns(
        style.codes() ? text("invoice.print.code") : null,
        text(style.priceKey()),
        discounted ? text("invoice.print.discount") : null,
        text(netKey()));
  }

  /** What bears no tax has a value, but no taxable one. */
  private String netKey() {
    boolean taxable = style != PrintStyle.GST || untaxed.values().isEmpty();
    return taxable ? style.netKey() : "invoice.print.supplied";
  }

  private InvoiceSheet.Row row(LineView line) {
    Charge charge = line.charge();
    return new InvoiceSheet.Row(
        line.position(),
        charge.description(),
        second(charge),
        charge.taxCode(),
        number(charge.quantity()),
        charge.unit(),
        wording.price(charge.unitPrice(), invoice.currency()),
        charge.discountPercent().signum() == 0 ? "–" : percent(charge.discountPercent()),
        wording.amount(invoice.money(charge.net())),
        line.taxes().isEmpty()
            ? untaxed.word(line).orElse("–")
            : percent(TaxTable.rate(line.taxes())),
        line.taxes().isEmpty() ? "–" : wording.amount(invoice.money(line.tax())));
  }

  private String second(Charge charge) {
    return Stream.of(
            charge.item().equals(FreeLine.ITEM) ? null : charge.item(),
            charge.deliveryNumber(),
            charge.deliveredOn() == null ? null : wording.day(charge.deliveredOn()))
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" · "));
  }

  /** What is charged by code and rate, and under reverse charge what the buyer owes himself. */
  private List<InvoiceSheet.TaxRows> taxes() {
    TaxTable charged = TaxTable.of(invoice, wording, LineView::taxes, style.codes());
    TaxTable owed =
        TaxTable.of(
            invoice,
            wording,
            line -> references.owed().getOrDefault(line.id(), List.of()),
            style.codes());
    return Stream.of(rows(charged, null), rows(owed, text("invoice.print.owed")))
        .filter(rows -> !rows.heads().isEmpty())
        .toList();
  }

  private InvoiceSheet.TaxRows rows(TaxTable table, @Nullable String title) {
    return new InvoiceSheet.TaxRows(
        title,
        text(style.codes() ? "invoice.print.code-rate" : "invoice.print.rate-only"),
        text(netKey()),
        table.heads(),
        table.rows(invoice));
  }

  private List<InvoiceSheet.Fact> totals() {
    List<InvoiceSheet.Fact> totals = new ArrayList<>();
    totals.add(fact(netKey(), wording.amount(invoice.net())));
    totals.addAll(untaxed.values());
    for (TaxShare tax : invoice.taxes()) {
      totals.add(
          new InvoiceSheet.Fact(component(tax), wording.amount(invoice.money(tax.amount()))));
    }
    if (!invoice.roundOff().isZero()) {
      totals.add(fact("invoice.print.round-off", wording.amount(invoice.roundOff())));
    }
    if (!invoice.setOff().isZero()) {
      totals.add(fact("invoice.print.total", wording.amount(invoice.total())));
      totals.add(
          new InvoiceSheet.Fact(
              text("invoice.print.set-off") + advances(),
              wording.amount(invoice.setOff().negated())));
    }
    return totals;
  }

  private String advances() {
    return references.advances().isEmpty()
        ? ""
        : " (" + String.join(", ", references.advances()) + ")";
  }

  /** {@code CGST 9 %}; a cess per unit has no rate. */
  private String component(TaxShare tax) {
    String name = text("invoice.component." + TaxTable.name(tax));
    return tax.rate().signum() == 0 ? name : name + " " + percent(tax.rate());
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
            .map(due -> new InvoiceSheet.Fact(wording.day(due.on()), wording.amount(due.amount())))
            .toList();
  }

  private List<String> notes() {
    List<String> notes =
        new ArrayList<>(invoice.taxNotes().lines().skip(1).map(this::text).toList());
    references.withheld().stream().map(this::note).filter(Objects::nonNull).forEach(notes::add);
    return notes;
  }

  /** What was collected, with its law; what may be deducted, unless it is given back anyway. */
  private @Nullable String note(Withheld tax) {
    if (tax.kind() == Withholding.Kind.TCS) {
      String what = text("invoice.component.TCS") + " " + percent(tax.rate());
      return text("invoice.print.tcs", what, tax.law());
    }
    return credit()
        ? null
        : text(
            "invoice.print.tds",
            tax.law(),
            percent(tax.rate()),
            wording.money(invoice.money(tax.base())),
            wording.money(invoice.money(tax.amount())));
  }

  private String number(BigDecimal number) {
    return wording.number(number, invoice.currency());
  }

  private String percent(BigDecimal percent) {
    return wording.percent(percent, invoice.currency());
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

  private String text(String key, Object... facts) {
    return wording.text(key, facts);
  }
}
