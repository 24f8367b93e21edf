package io.dunwell.einvoice;

import io.dunwell.contracts.ShipTo;
import io.dunwell.invoices.Basis;
import io.dunwell.invoices.InvoiceKind;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.TaxShare;
import io.dunwell.party.CustomerView;
import io.dunwell.party.Due;
import io.dunwell.party.PaymentTerms;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import io.dunwell.tax.DocumentKind;
import io.dunwell.tax.Supply;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns an issued document of ours into what every electronic format needs. */
final class InvoiceMapping {

  private final InvoiceView invoice;
  private final Map<UUID, List<TaxShare>> owedByBuyer;
  private final CustomerView customer;
  private final EinvoiceSettings.Seller seller;
  private final @Nullable ShipTo shipTo;

  InvoiceMapping(
      InvoiceView invoice,
      Map<UUID, List<TaxShare>> owedByBuyer,
      CustomerView customer,
      EinvoiceSettings.Seller seller,
      @Nullable ShipTo shipTo) {
    this.invoice = invoice;
    this.owedByBuyer = owedByBuyer;
    this.customer = customer;
    this.seller = seller;
    this.shipTo = shipTo;
  }

  /**
   * @param original the document that a note corrects
   * @throws RuleViolation {@code einvoice.not-issued} or {@code einvoice.no-seller}
   */
  EinvoiceDocument map(@Nullable InvoiceView original) {
    String number = invoice.number();
    LocalDate issuedOn = invoice.issuedOn();
    if (number == null || issuedOn == null) {
      throw new RuleViolation(
          "einvoice.not-issued", "Only what is issued becomes an electronic invoice.");
    }
    return map(number, issuedOn, original);
  }

  /** As if it were issued under that number on that day. */
  EinvoiceDocument map(String number, LocalDate issuedOn, @Nullable InvoiceView original) {
    Basis basis = invoice.basis();
    String place = basis.placeOfSupply();
    return new EinvoiceDocument(
        kind(invoice.kind()),
        number,
        issuedOn,
        invoice.kind() == InvoiceKind.CREDIT_NOTE ? null : lastDue(issuedOn),
        invoice.currency(),
        MappedParties.seller(seller),
        MappedParties.buyer(customer),
        delivery(),
        place == null ? customer.country() : place,
        Supply.valueOf(basis.supply()),
        new MappedLines(invoice, owedByBuyer).lines(),
        collected(),
        invoice.roundOff(),
        invoice.setOff(),
        references(original),
        payment(issuedOn),
        basis.remark() == null ? List.of() : List.of(basis.remark()));
  }

  private static DocumentKind kind(InvoiceKind kind) {
    return switch (kind) {
      case INVOICE, ADVANCE -> DocumentKind.INVOICE;
      case CREDIT_NOTE -> DocumentKind.CREDIT_NOTE;
      case DEBIT_NOTE -> DocumentKind.DEBIT_NOTE;
    };
  }

  /** Tax collected at source stands among the document's taxes, but on no line. */
  private Money collected() {
    return invoice.money(
        invoice.taxes().stream()
            .filter(share -> share.component().equals("TCS"))
            .map(TaxShare::amount)
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private EinvoiceDelivery delivery() {
    List<LocalDate> days =
        invoice.lines().stream()
            .map(line -> line.charge().deliveredOn())
            .filter(Objects::nonNull)
            .map(Objects::requireNonNull)
            .sorted()
            .toList();
    EinvoiceDelivery.EinvoicePlace place = shipTo == null ? null : MappedParties.place(shipTo);
    if (days.isEmpty()) {
      return new EinvoiceDelivery(null, null, null, null, place);
    }
    LocalDate first = days.get(0);
    LocalDate last = days.get(days.size() - 1);
    boolean several = first.isBefore(last);
    return new EinvoiceDelivery(last, several ? first : null, several ? last : null, null, place);
  }

  private EinvoiceReferences references(@Nullable InvoiceView original) {
    return new EinvoiceReferences(
        buyerReference(),
        invoice.basis().poNumber(),
        invoice.basis().contractNumber(),
        original == null || original.number() == null || original.issuedOn() == null
            ? List.of()
            : List.of(
                new EinvoiceReferences.Preceding(
                    Objects.requireNonNull(original.number()),
                    Objects.requireNonNull(original.issuedOn()))));
  }

  /**
   * What the buyer wants quoted. Peppol insists on that or an order; who named neither knows us by
   * the contract, or by the number under which we know them.
   */
  private String buyerReference() {
    String payables = MappedParties.payables(customer);
    String contract = invoice.basis().contractNumber();
    return payables != null ? payables : contract != null ? contract : customer.number();
  }

  private EinvoicePayment payment(LocalDate issuedOn) {
    long days = ChronoUnit.DAYS.between(issuedOn, lastDue(issuedOn));
    return new EinvoicePayment(
        days <= 0 ? "Due at once" : days + " days net",
        (int) Math.max(0, days),
        seller.account(),
        seller.bank(),
        seller.account() == null ? null : seller.legalName());
  }

  private LocalDate lastDue(LocalDate issuedOn) {
    return PaymentTerms.parse(invoice.basis().terms()).dues(issuedOn, invoice.total()).stream()
        .map(Due::on)
        .max(LocalDate::compareTo)
        .orElse(issuedOn);
  }
}
