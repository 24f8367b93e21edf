package io.dunwell.einvoice;

import io.dunwell.invoices.Charge;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.LineView;
import io.dunwell.invoices.TaxShare;
import io.dunwell.shared.Money;
import io.dunwell.tax.MemberStates;
import io.dunwell.tax.Supply;
import io.dunwell.tax.TaxAmount;
import io.dunwell.tax.TaxCategory;
import io.dunwell.tax.TaxComponent;
import io.dunwell.tax.TaxSchemes;
import io.dunwell.tax.TaxedLine;
import io.dunwell.tax.Treatment;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The lines of an invoice with the taxes that were frozen when it was issued. */
final class MappedLines {

  private final InvoiceView invoice;
  private final Map<UUID, List<TaxShare>> owedByBuyer;

  MappedLines(InvoiceView invoice, Map<UUID, List<TaxShare>> owedByBuyer) {
    this.invoice = invoice;
    this.owedByBuyer = owedByBuyer;
  }

  List<EinvoiceLine> lines() {
    return invoice.lines().stream().map(this::line).toList();
  }

  private EinvoiceLine line(LineView line) {
    Charge charge = line.charge();
    Money net = invoice.money(charge.net());
    Money gross = invoice.money(charge.quantity().multiply(charge.unitPrice()));
    return new EinvoiceLine(
        line.position(),
        charge.description(),
        charge.deliveryNumber() == null ? null : "Delivery " + charge.deliveryNumber(),
        charge.taxCode(),
        charge.service(),
        charge.quantity().stripTrailingZeros(),
        charge.unit(),
        charge.unitPrice(),
        gross.minus(net),
        tax(line, net));
  }

  private TaxedLine tax(LineView line, Money net) {
    List<TaxShare> owed = owedByBuyer.getOrDefault(line.id(), List.of());
    BigDecimal rate = rate(owed.isEmpty() ? line.taxes() : owed);
    return new TaxedLine(
        Integer.toString(line.position()),
        net,
        category(line.charge(), rate),
        rate,
        amounts(line.taxes(), net),
        amounts(owed, net));
  }

  private List<TaxAmount> amounts(List<TaxShare> shares, Money net) {
    return shares.stream()
        .map(
            share ->
                new TaxAmount(
                    TaxComponent.valueOf(share.component()),
                    share.rate(),
                    net,
                    invoice.money(share.amount())))
        .toList();
  }

  private static BigDecimal rate(List<TaxShare> shares) {
    BigDecimal rate =
        shares.stream()
            .filter(share -> !share.component().startsWith("CESS"))
            .map(TaxShare::rate)
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .stripTrailingZeros();
    return rate.scale() < 0 ? rate.setScale(0) : rate;
  }

  /** Supplied outside the Union under its law, where no VAT of it is due. */
  private boolean isOutsideVat() {
    String place = invoice.basis().placeOfSupply();
    return invoice.basis().taxScheme().equals(TaxSchemes.EU_VAT)
        && invoice.basis().supply().equals(Supply.REGULAR.name())
        && place != null
        && !MemberStates.contain(place);
  }

  private TaxCategory category(Charge charge, BigDecimal rate) {
    if (isOutsideVat()) {
      return TaxCategory.OUT_OF_SCOPE;
    }
    return switch (Treatment.valueOf(charge.treatment())) {
      case EXEMPT -> TaxCategory.EXEMPT;
      case NIL_RATED -> TaxCategory.ZERO;
      case NON_TAXABLE -> TaxCategory.OUT_OF_SCOPE;
      case TAXED ->
          switch (Supply.valueOf(invoice.basis().supply())) {
            case REVERSE_CHARGE -> TaxCategory.REVERSE_CHARGE;
            case INTRA_COMMUNITY -> TaxCategory.INTRA_COMMUNITY;
            case EXPORT_WITH_TAX, EXPORT_WITHOUT_TAX, SEZ_WITH_TAX, SEZ_WITHOUT_TAX ->
                TaxCategory.EXPORT;
            default -> rate.signum() == 0 ? TaxCategory.ZERO : TaxCategory.STANDARD;
          };
    };
  }
}
