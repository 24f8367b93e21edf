package io.dunwell.billing;

import io.dunwell.advances.SetOff;
import io.dunwell.invoices.Basis;
import io.dunwell.invoices.Charge;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceKind;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.Invoices;
import io.dunwell.invoices.LineView;
import io.dunwell.invoices.TaxShare;
import io.dunwell.invoices.Taxed;
import io.dunwell.invoices.Totals;
import io.dunwell.invoices.Withheld;
import io.dunwell.party.CustomerView;
import io.dunwell.party.Customers;
import io.dunwell.tax.DocumentKind;
import io.dunwell.tax.RoundingPolicy;
import io.dunwell.tax.Supply;
import io.dunwell.tax.TaxAmount;
import io.dunwell.tax.TaxSchemes;
import io.dunwell.tax.TaxableDocument;
import io.dunwell.tax.TaxableLine;
import io.dunwell.tax.TaxedDocument;
import io.dunwell.tax.TaxedLine;
import io.dunwell.tax.Treatment;
import io.dunwell.tax.Withholding;
import io.dunwell.withholding.Siblings;
import io.dunwell.withholding.WithheldTaxes;
import io.dunwell.withholding.WithholdingBook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Has the tax scheme of an invoice compute what it comes to. */
@Component
class Taxation {

  private static final int PRICE_DIGITS = 6;

  private final TaxSchemes schemes;
  private final Customers customers;
  private final SetOff setOff;
  private final BillingSettings settings;
  private final Invoices invoices;
  private final WithholdingBook withholdings;
  private final WithheldTaxes withheldTaxes;
  private final Clock clock;

  Taxation(
      TaxSchemes schemes,
      Customers customers,
      SetOff setOff,
      BillingSettings settings,
      Invoices invoices,
      WithholdingBook withholdings,
      WithheldTaxes withheldTaxes,
      Clock clock) {
    this.schemes = schemes;
    this.customers = customers;
    this.setOff = setOff;
    this.settings = settings;
    this.invoices = invoices;
    this.withholdings = withholdings;
    this.withheldTaxes = withheldTaxes;
    this.clock = clock;
  }

  /**
   * The invoice taxed by today's rates; a note by those of the document that it corrects.
   *
   * @throws io.dunwell.shared.RuleViolation {@code tax.…} if the law does not allow it
   */
  Taxed of(InvoiceView invoice) {
    return of(invoice, Siblings.NONE);
  }

  /**
   * {@link #of} for all that is issued together, in that order: the thresholds of taxes at source
   * count those before, too.
   */
  Map<InvoiceId, Taxed> inOrder(List<InvoiceView> issued) {
    Map<InvoiceId, Taxed> taxed = new LinkedHashMap<>();
    Siblings before = new Siblings();
    for (InvoiceView invoice : issued) {
      Taxed each = of(invoice, before);
      taxed.put(invoice.id(), each);
      before.add(invoice, each.withheld());
    }
    return taxed;
  }

  private Taxed of(InvoiceView invoice, Siblings before) {
    TaxedDocument taxed = taxed(invoice, LocalDate.now(clock), before);
    List<TaxShare> shares = new ArrayList<>(shares(taxed.totals()));
    for (Withholding collected : taxed.withholdings()) {
      if (collected.kind() == Withholding.Kind.TCS && !collected.amount().isZero()) {
        shares.add(
            new TaxShare(TaxShare.COLLECTED, collected.ratePercent(), collected.amount().amount()));
      }
    }
    List<Withheld> withheld = taxed.withholdings().stream().map(Withheld::of).toList();
    return new Taxed(totals(invoice, taxed, shares), shares, lines(taxed), withheld);
  }

  /** Keeps the taxes at source of an invoice that is stored. */
  void keep(InvoiceId invoice, Taxed taxed) {
    keepAll(Map.of(invoice, taxed));
  }

  /** {@link #keep} for many. */
  void keepAll(Map<InvoiceId, Taxed> taxed) {
    Map<InvoiceId, List<Withheld>> withheld = new HashMap<>();
    taxed.forEach((invoice, each) -> withheld.put(invoice, each.withheld()));
    withheldTaxes.keepAll(withheld);
  }

  /** Under reverse charge: what the buyer owes on each line, by the rates of the day of issue. */
  Map<UUID, List<TaxShare>> owedByBuyer(InvoiceView invoice) {
    LocalDate issuedOn = invoice.issuedOn();
    Map<UUID, List<TaxShare>> owed = new HashMap<>();
    for (TaxedLine line :
        taxed(invoice, issuedOn == null ? LocalDate.now(clock) : issuedOn, Siblings.NONE).lines()) {
      owed.put(UUID.fromString(line.id()), shares(line.owedByBuyer()));
    }
    return owed;
  }

  private TaxedDocument taxed(InvoiceView invoice, LocalDate day, Siblings before) {
    InvoiceId original = invoice.original();
    LocalDate issuedOn = original == null ? null : invoices.existing(original).view().issuedOn();
    LocalDate on = issuedOn == null ? day : issuedOn;
    return schemes.named(invoice.basis().taxScheme()).tax(taxable(invoice, on, before));
  }

  private Totals totals(InvoiceView invoice, TaxedDocument taxed, List<TaxShare> shares) {
    BigDecimal tax = shares.stream().map(TaxShare::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    List<String> notes = new ArrayList<>(List.of(taxed.title().messageKey()));
    notes.addAll(taxed.notes());
    return new Totals(
        taxed.net().amount(),
        tax,
        taxed.roundOff().amount(),
        taxed.total().amount(),
        setOff.of(invoice, taxed.total().amount()),
        String.join("\n", notes));
  }

  private TaxableDocument taxable(InvoiceView invoice, LocalDate on, Siblings before) {
    Basis basis = invoice.basis();
    Map<UUID, BigDecimal> prices = pricesBilled(invoice);
    CustomerView customer = customers.view(invoice.customer());
    return new TaxableDocument(
        kind(invoice.kind()),
        on,
        invoice.currency(),
        settings.seller(basis.taxScheme()).party(),
        Buyers.of(customer, basis.taxScheme()),
        basis.placeOfSupply() == null ? "" : basis.placeOfSupply(),
        Supply.valueOf(basis.supply()),
        invoice.lines().stream().map(line -> taxable(invoice, line, prices)).toList(),
        rounding(basis),
        withholdings.due(invoice, customer, on, before));
  }

  /** What one cost on the invoice that a note corrects, by its lines: a rate may depend on it. */
  private Map<UUID, BigDecimal> pricesBilled(InvoiceView invoice) {
    InvoiceId original = invoice.original();
    Map<UUID, BigDecimal> prices = new HashMap<>();
    if (original != null) {
      for (LineView line : invoices.existing(original).view().lines()) {
        Charge charge = line.charge();
        if (charge.quantity().signum() != 0) {
          prices.put(
              line.id(),
              charge.net().divide(charge.quantity(), PRICE_DIGITS, RoundingMode.HALF_UP));
        }
      }
    }
    return prices;
  }

  private static TaxableLine taxable(
      InvoiceView invoice, LineView line, Map<UUID, BigDecimal> prices) {
    Charge charge = line.charge();
    return new TaxableLine(
        line.id().toString(),
        charge.quantity(),
        charge.unit(),
        line.originalLine() == null ? null : prices.get(line.originalLine()),
        invoice.money(charge.net()),
        charge.taxCode(),
        charge.service(),
        Treatment.valueOf(charge.treatment()));
  }

  private static RoundingPolicy rounding(Basis basis) {
    if (basis.taxScheme().equals(TaxSchemes.IN_GST)) {
      return basis.currency().equals("INR")
          ? RoundingPolicy.PER_LINE_WHOLE_TOTAL
          : RoundingPolicy.PER_LINE;
    }
    return RoundingPolicy.PER_DOCUMENT;
  }

  private static DocumentKind kind(InvoiceKind kind) {
    return switch (kind) {
      case INVOICE, ADVANCE -> DocumentKind.INVOICE;
      case CREDIT_NOTE -> DocumentKind.CREDIT_NOTE;
      case DEBIT_NOTE -> DocumentKind.DEBIT_NOTE;
    };
  }

  private static Map<UUID, List<TaxShare>> lines(TaxedDocument taxed) {
    Map<UUID, List<TaxShare>> lines = new HashMap<>();
    for (TaxedLine line : taxed.lines()) {
      lines.put(UUID.fromString(line.id()), shares(line.taxes()));
    }
    return lines;
  }

  private static List<TaxShare> shares(List<TaxAmount> taxes) {
    return taxes.stream()
        .map(tax -> new TaxShare(tax.component().name(), tax.ratePercent(), tax.amount().amount()))
        .toList();
  }
}
