package io.dunwell.einvoice;

import io.dunwell.shared.Money;
import io.dunwell.tax.DocumentKind;
import io.dunwell.tax.Supply;
import io.dunwell.tax.TaxAmount;
import io.dunwell.tax.TaxCategory;
import io.dunwell.tax.TaxComponent;
import io.dunwell.tax.TaxedLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/** Documents of our own, of every sort. */
final class Samples {

  static final Currency EUR = Currency.getInstance("EUR");
  static final Currency INR = Currency.getInstance("INR");

  private static final EinvoiceParty GERMAN =
      new EinvoiceParty(
          "Dunwell Beispiel GmbH",
          null,
          "DE136695976",
          "HRB 12345",
          new EinvoiceAddress("Lange Straße 1", null, "Berlin", "10115", null, "DE"),
          "Buchhaltung",
          "+49 30 1234567",
          "rechnung@beispiel.example",
          null);

  private Samples() {}

  static EinvoiceDocument regular() {
    return vat(
        DocumentKind.INVOICE,
        Supply.REGULAR,
        buyer("DE", "DE811569869"),
        vatLine(1, "10", "12.50", "5.00", TaxCategory.STANDARD, "19"),
        vatLine(2, "3", "33.33", "0", TaxCategory.STANDARD, "7"),
        vatLine(3, "1.125", "80", "0", TaxCategory.STANDARD, "19"));
  }

  static EinvoiceDocument reverseCharge() {
    return vat(
        DocumentKind.INVOICE,
        Supply.REVERSE_CHARGE,
        buyer("FR", "FR40303265045"),
        vatLine(1, "8", "95", "0", TaxCategory.REVERSE_CHARGE, "0"));
  }

  static EinvoiceDocument intraCommunity() {
    return vat(
        DocumentKind.INVOICE,
        Supply.INTRA_COMMUNITY,
        buyer("NL", "NL004495445B01"),
        vatLine(1, "8", "95", "0", TaxCategory.INTRA_COMMUNITY, "0"));
  }

  static EinvoiceDocument export() {
    EinvoiceParty american =
        new EinvoiceParty(
            "Example Inc.",
            null,
            null,
            null,
            new EinvoiceAddress("1 Main Street", null, "Boston", "02108", "MA", "US"),
            null,
            null,
            null,
            new ElectronicAddress("0060", "123456789"));
    return vat(
        DocumentKind.INVOICE,
        Supply.EXPORT_WITHOUT_TAX,
        american,
        vatLine(1, "8", "95", "0", TaxCategory.EXPORT, "0"));
  }

  static EinvoiceDocument mixed() {
    return vat(
        DocumentKind.INVOICE,
        Supply.REGULAR,
        buyer("AT", "ATU13585627"),
        vatLine(1, "1", "100", "0", TaxCategory.EXEMPT, "0"),
        vatLine(2, "1", "50", "0", TaxCategory.ZERO, "0"),
        vatLine(3, "1", "0.05", "0", TaxCategory.STANDARD, "19"));
  }

  static EinvoiceDocument creditNote() {
    return vat(
        DocumentKind.CREDIT_NOTE,
        Supply.REGULAR,
        buyer("DE", "DE811569869"),
        vatLine(1, "-2", "12.50", "0", TaxCategory.STANDARD, "19"));
  }

  static EinvoiceDocument debitNote() {
    return vat(
        DocumentKind.DEBIT_NOTE,
        Supply.REGULAR,
        buyer("AT", "ATU13585627"),
        vatLine(1, "2", "12.50", "0", TaxCategory.STANDARD, "19"));
  }

  static EinvoiceDocument outside() {
    return vat(
        DocumentKind.INVOICE,
        Supply.REGULAR,
        buyer("DE", "DE811569869"),
        vatLine(1, "2", "12.50", "0", TaxCategory.OUT_OF_SCOPE, "0"));
  }

  /** Every one that Europe knows. */
  static List<EinvoiceDocument> european() {
    return List.of(
        regular(),
        reverseCharge(),
        intraCommunity(),
        export(),
        mixed(),
        creditNote(),
        debitNote(),
        outside());
  }

  static EinvoiceParty buyer(String country, String vatId) {
    return new EinvoiceParty(
        "Käufer & Söhne <" + country + ">",
        null,
        vatId,
        null,
        new EinvoiceAddress("Hauptplatz 2", "2. Stock", "Stadt", "1010", null, country),
        null,
        null,
        null,
        null);
  }

  static EinvoiceDocument vat(
      DocumentKind kind, Supply supply, EinvoiceParty buyer, EinvoiceLine... lines) {
    return new SampleDocument(
            "2026-000123",
            EUR,
            GERMAN,
            new EinvoiceReferences.Preceding("2026-000100", LocalDate.of(2026, 10, 1)),
            new EinvoicePayment(
                "30 days net", 30, "DE75512108001245126199", "SOLADEST600", "Dunwell Beispiel"))
        .of(kind, supply, buyer, buyer.address().country(), lines);
  }

  static EinvoiceLine vatLine(
      int number,
      String quantity,
      String price,
      String discount,
      TaxCategory category,
      String rate) {
    Money net = SampleDocument.net(quantity, price, discount, "EUR");
    BigDecimal percent = new BigDecimal(rate);
    Money tax = net.multipliedBy(percent.movePointLeft(2), RoundingMode.HALF_UP);
    List<TaxAmount> taxes =
        percent.signum() == 0
            ? List.of()
            : List.of(new TaxAmount(TaxComponent.VAT, percent, net, tax));
    return new EinvoiceLine(
        number,
        "Ware " + number,
        "wie besprochen",
        null,
        false,
        new BigDecimal(quantity),
        "pcs",
        new BigDecimal(price),
        Money.of(discount, "EUR"),
        new TaxedLine(Integer.toString(number), net, category, percent, taxes, List.of()));
  }
}
