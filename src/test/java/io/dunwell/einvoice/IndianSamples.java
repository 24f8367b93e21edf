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
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** Indian documents of our own. */
final class IndianSamples {

  static final String SELLER = "27AAPFU0939F1ZV";
  private static final String BUYER = "29AAGCB7383J1Z4";

  private IndianSamples() {}

  static EinvoiceDocument goodsWithinTheState() {
    return document(
        DocumentKind.INVOICE,
        Supply.REGULAR,
        buyer("27AABCM8432E1ZL", "27"),
        "27",
        "INR",
        line(1, false, "84713010", "3", "1000.05", "0.15", "18", TaxComponent.CGST, "INR"));
  }

  static EinvoiceDocument servicesAcrossStates() {
    return document(
        DocumentKind.INVOICE,
        Supply.REGULAR,
        buyer(BUYER, "29"),
        "29",
        "INR",
        line(1, true, "998313", "1", "118400", "0", "18", TaxComponent.IGST, "INR"));
  }

  static EinvoiceDocument severalLines() {
    return document(
        DocumentKind.INVOICE,
        Supply.REGULAR,
        buyer("27AABCM8432E1ZL", "27"),
        "27",
        "INR",
        line(1, false, "84713010", "3", "100", "0", "18", TaxComponent.CGST, "INR"),
        line(2, false, "2701", "2.5", "9000", "0", "5", TaxComponent.CGST, "INR"));
  }

  static EinvoiceDocument reverseCharge() {
    return document(
        DocumentKind.INVOICE,
        Supply.REVERSE_CHARGE,
        buyer(BUYER, "29"),
        "29",
        "INR",
        line(1, true, "996511", "1", "1000", "0", "5", TaxComponent.IGST, "INR"));
  }

  static EinvoiceDocument exportInDollars() {
    EinvoiceParty american =
        EinvoiceParty.of(
            "Example Inc.",
            null,
            new EinvoiceAddress("1 Main Street", null, "Boston", "02108", "MA", "US"));
    return document(
        DocumentKind.INVOICE,
        Supply.EXPORT_WITHOUT_TAX,
        american,
        "96",
        "USD",
        line(1, true, "998313", "10", "99.99", "0", "0", TaxComponent.IGST, "USD"));
  }

  static EinvoiceDocument zone() {
    return document(
        DocumentKind.INVOICE,
        Supply.SEZ_WITH_TAX,
        buyer("27AABCM8432E1ZL", "27"),
        "27",
        "INR",
        line(1, false, "84713010", "3", "100", "0", "18", TaxComponent.IGST, "INR"));
  }

  static EinvoiceDocument creditNote() {
    return document(
        DocumentKind.CREDIT_NOTE,
        Supply.REGULAR,
        buyer(BUYER, "29"),
        "29",
        "INR",
        line(1, false, "84713010", "-1", "1000.05", "0", "18", TaxComponent.IGST, "INR"));
  }

  static List<EinvoiceDocument> all() {
    return List.of(
        goodsWithinTheState(),
        servicesAcrossStates(),
        severalLines(),
        reverseCharge(),
        exportInDollars(),
        zone(),
        creditNote());
  }

  static EinvoiceParty buyer(String gstin, String state) {
    return EinvoiceParty.of(
        "Musterkunde Private Limited",
        gstin,
        state.equals("29")
            ? new EinvoiceAddress(
                "Plot 4", "Industrial Estate", "Bengaluru", "560 001", state, "IN")
            : new EinvoiceAddress("Plot 4", "Industrial Estate", "Nagpur", "440 001", state, "IN"));
  }

  static EinvoiceDocument document(
      DocumentKind kind,
      Supply supply,
      EinvoiceParty buyer,
      String place,
      String currencyCode,
      EinvoiceLine... lines) {
    return new SampleDocument(
            "INV/26-27/00042",
            Currency.getInstance(currencyCode),
            EinvoiceParty.of(
                "Dunwell Industries Private Limited",
                SELLER,
                new EinvoiceAddress("12 MG Road", "Fort", "Mumbai", "400001", "27", "IN")),
            new EinvoiceReferences.Preceding("INV/26-27/00041", LocalDate.of(2026, 11, 1)),
            new EinvoicePayment("30 days", 30, "50100012345678", "HDFC0000001", "Dunwell"))
        .of(kind, supply, buyer, place, lines);
  }

  static EinvoiceLine line(
      int number,
      boolean service,
      String code,
      String quantity,
      String price,
      String discount,
      String rate,
      TaxComponent component,
      String currency) {
    Money net = SampleDocument.net(quantity, price, discount, currency);
    List<TaxAmount> taxes = new ArrayList<>();
    if (component == TaxComponent.CGST) {
      taxes.add(tax(TaxComponent.CGST, net, new BigDecimal(rate).divide(new BigDecimal(2))));
      taxes.add(tax(TaxComponent.SGST, net, new BigDecimal(rate).divide(new BigDecimal(2))));
    } else if (!rate.equals("0")) {
      taxes.add(tax(component, net, new BigDecimal(rate)));
    }
    boolean reverse = code.equals("996511");
    return new EinvoiceLine(
        number,
        "Item " + number,
        null,
        code,
        service,
        new BigDecimal(quantity),
        "kg",
        new BigDecimal(price),
        Money.of(discount, currency),
        new TaxedLine(
            Integer.toString(number),
            net,
            TaxCategory.STANDARD,
            new BigDecimal(rate),
            reverse ? List.of() : taxes,
            reverse ? taxes : List.of()));
  }

  private static TaxAmount tax(TaxComponent component, Money net, BigDecimal rate) {
    return new TaxAmount(
        component, rate, net, net.multipliedBy(rate.movePointLeft(2), RoundingMode.HALF_UP));
  }
}
