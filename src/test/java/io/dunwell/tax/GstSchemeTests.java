package io.dunwell.tax;

import static io.dunwell.tax.RateComponent.CESS;
import static io.dunwell.tax.RateComponent.CESS_SPECIFIC;
import static io.dunwell.tax.RateComponent.GST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class GstSchemeTests {

  private static final String SELLER = "27AAPFU0939F1ZV";
  private static final Currency INR = Currency.getInstance("INR");

  private final FixedRates book =
      new FixedRates()
          .with("84", GST, "18")
          .with("8471", GST, "28")
          .with("4901", GST, "0")
          .with("7102", GST, "0.25")
          .with("2701", GST, "5")
          .with("2701", CESS_SPECIFIC, "400")
          .with("2202", GST, "28")
          .with("2202", CESS, "12")
          .with("99", GST, "18")
          .with(
              new WithholdingRate(
                  "TCS-GOODS",
                  Withholding.Kind.TCS,
                  "s. 206C(1H)",
                  new BigDecimal("0.1"),
                  new BigDecimal("5000000"),
                  true,
                  true))
          .with(
              new WithholdingRate(
                  "TDS-CONTRACT",
                  Withholding.Kind.TDS,
                  "s. 194C",
                  new BigDecimal("2"),
                  new BigDecimal("100000"),
                  false,
                  false));
  private final TaxScheme gst = new GstScheme(book);

  @Test
  void withinOneStateCentralAndStateTaxHaveHalfTheRateEach() {
    TaxedDocument taxed = gst.tax(document("27", Supply.REGULAR, goods("84", "1000.05")));

    assertThat(taxed.totals())
        .extracting(
            TaxAmount::component, t -> t.ratePercent().toPlainString(), t -> t.amount().text())
        .containsExactly(
            tuple(TaxComponent.CGST, "9", "90.00"), tuple(TaxComponent.SGST, "9", "90.00"));
    assertThat(taxed.total()).isEqualTo(inr("1180"));
    assertThat(taxed.roundOff()).isEqualTo(inr("-0.05"));
    assertThat(taxed.title()).isEqualTo(DocumentTitle.TAX_INVOICE);
    assertThat(taxed.rules()).extracting(TaxRule::name).contains("gst.intra-state");
  }

  @Test
  void acrossStatesThereIsIntegratedTaxAlone() {
    TaxedDocument taxed = gst.tax(document("29", Supply.REGULAR, goods("84", "100")));

    assertThat(taxed.tax(TaxComponent.IGST)).isEqualTo(inr("18"));
    assertThat(taxed.totals()).hasSize(1);
  }

  @Test
  void withinAUnionTerritoryItsTaxTakesThePlaceOfTheStates() {
    TaxParty chandigarh = new TaxParty("IN", "04", "04AAPFU0939F1Z3", Registration.REGULAR);
    TaxedDocument taxed = gst.tax(document(chandigarh, "04", Supply.REGULAR, goods("84", "100")));

    assertThat(taxed.tax(TaxComponent.UTGST)).isEqualTo(inr("9"));
    assertThat(taxed.tax(TaxComponent.SGST)).isEqualTo(inr("0"));
  }

  @Test
  void theLongestCodeInTheTableCounts() {
    TaxedDocument taxed = gst.tax(document("29", Supply.REGULAR, goods("84713010", "100")));

    assertThat(taxed.lines().get(0).ratePercent()).isEqualByComparingTo("28");
  }

  @Test
  void aQuarterPerCentIsHalvedExactly() {
    TaxedDocument taxed = gst.tax(document("27", Supply.REGULAR, goods("7102", "100000")));

    assertThat(taxed.totals()).allSatisfy(tax -> assertThat(tax.amount()).isEqualTo(inr("125")));
  }

  @Test
  void underReverseChargeTheBuyerOwesTheTaxAndTheTotalIsTheNet() {
    TaxedDocument taxed = gst.tax(document("27", Supply.REVERSE_CHARGE, service("996511", "100")));

    assertThat(taxed.total()).isEqualTo(inr("100"));
    assertThat(taxed.totals()).isEmpty();
    assertThat(taxed.owedByBuyer())
        .extracting(TaxAmount::amount)
        .containsExactly(inr("9"), inr("9"));
    assertThat(taxed.notes()).containsExactly("tax.note.reverse-charge");
    assertThat(taxed.title()).isEqualTo(DocumentTitle.TAX_INVOICE);
  }

  @Test
  void anExportUnderLetterOfUndertakingBearsNoTaxAndSaysSo() {
    TaxedDocument taxed = gst.tax(document("US", Supply.EXPORT_WITHOUT_TAX, goods("84", "100")));

    assertThat(taxed.tax()).isEqualTo(inr("0"));
    assertThat(taxed.notes()).containsExactly("tax.note.export-lut");
    assertThat(taxed.title()).isEqualTo(DocumentTitle.TAX_INVOICE);
  }

  @Test
  void anExportOnPaymentBearsIntegratedTaxAndCess() {
    TaxedDocument taxed = gst.tax(document("96", Supply.EXPORT_WITH_TAX, goods("2202", "100")));

    assertThat(taxed.tax(TaxComponent.IGST)).isEqualTo(inr("28"));
    assertThat(taxed.tax(TaxComponent.CESS)).isEqualTo(inr("12"));
  }

  @Test
  void anExportWithinTheCountryIsRefused() {
    assertRefused(
        document("29", Supply.EXPORT_WITHOUT_TAX, goods("84", "100")), "tax.export-at-home");
  }

  @Test
  void aSupplyToAZoneNextDoorCountsAsAcrossStates() {
    TaxedDocument taxed = gst.tax(document("27", Supply.SEZ_WITH_TAX, goods("84", "100")));

    assertThat(taxed.tax(TaxComponent.IGST)).isEqualTo(inr("18"));
    assertThat(gst.tax(document("27", Supply.SEZ_WITHOUT_TAX, goods("84", "100"))).tax())
        .isEqualTo(inr("0"));
  }

  @Test
  void whatIsExemptNilRatedOrOutsideBearsNothingAndMakesABillOfSupply() {
    TaxedDocument taxed =
        gst.tax(
            document(
                "27",
                Supply.REGULAR,
                line("84", "10", Treatment.EXEMPT),
                line("84", "10", Treatment.NIL_RATED),
                line("84", "10", Treatment.NON_TAXABLE),
                goods("4901", "10")));

    assertThat(taxed.total()).isEqualTo(inr("40"));
    assertThat(taxed.lines())
        .extracting(TaxedLine::category)
        .containsExactly(
            TaxCategory.EXEMPT, TaxCategory.ZERO, TaxCategory.OUT_OF_SCOPE, TaxCategory.ZERO);
    assertThat(taxed.title()).isEqualTo(DocumentTitle.BILL_OF_SUPPLY);
  }

  @Test
  void whatIsExemptBesideWhatIsTaxedIsAnInvoiceCumBillOfSupplyOnlyToTheUnregistered() {
    TaxableLine butter = goods("84", "100");
    TaxableLine milk = line("84", "40", Treatment.EXEMPT);
    TaxedDocument consumer = gst.tax(document("29", Supply.REGULAR, butter, milk));
    TaxedDocument trader =
        gst.tax(
            to(
                TaxParty.registered("IN", "29AAGCB7383J1Z4"),
                document("29", Supply.REGULAR, butter, milk)));

    assertThat(consumer.title()).isEqualTo(DocumentTitle.INVOICE_CUM_BILL_OF_SUPPLY);
    assertThat(trader.title()).isEqualTo(DocumentTitle.TAX_INVOICE);
    assertThat(trader.total()).isEqualTo(inr("158"));
    assertThat(trader.subtotals())
        .extracting(TaxSubtotal::category, row -> row.taxable().text(), row -> row.tax().text())
        .containsExactly(
            tuple(TaxCategory.STANDARD, "100.00", "18.00"),
            tuple(TaxCategory.EXEMPT, "40.00", "0.00"));
    assertThat(trader.rules()).extracting(TaxRule::name).contains("gst.exempt");
    assertThat(gst.tax(document("96", Supply.EXPORT_WITH_TAX, butter, milk)).title())
        .isEqualTo(DocumentTitle.TAX_INVOICE);
  }

  private static TaxableDocument to(TaxParty buyer, TaxableDocument d) {
    return new TaxableDocument(
        d.kind(),
        d.on(),
        d.currency(),
        d.seller(),
        buyer,
        d.placeOfSupply(),
        d.supply(),
        d.lines(),
        d.rounding());
  }

  @Test
  void aCompositionTaxpayerChargesNothingAndStaysInHisState() {
    TaxParty small = new TaxParty("IN", null, SELLER, Registration.COMPOSITION);

    TaxedDocument taxed = gst.tax(document(small, "27", Supply.REGULAR, goods("84", "100")));
    assertThat(taxed.total()).isEqualTo(inr("100"));
    assertThat(taxed.title()).isEqualTo(DocumentTitle.BILL_OF_SUPPLY);
    assertThat(taxed.notes()).containsExactly("tax.note.composition");
    assertRefused(
        document(small, "29", Supply.REGULAR, goods("84", "100")), "tax.composition-inter-state");
  }

  @Test
  void cessIsTakenOnTheValueAndPerUnit() {
    TaxedDocument taxed =
        gst.tax(
            document(
                "29",
                Supply.REGULAR,
                new TaxableLine(
                    "coal", new BigDecimal("2.5"), inr("9000"), "270112", false, Treatment.TAXED),
                goods("220210", "100")));

    assertThat(taxed.tax(TaxComponent.CESS_SPECIFIC)).isEqualTo(inr("1000"));
    assertThat(taxed.tax(TaxComponent.CESS)).isEqualTo(inr("12"));
  }

  @Test
  void perDocumentTheSumIsRoundedOnceAndTheLinesAddUpToIt() {
    TaxableLine[] lines = {
      goods("84", "0.03"), goods("84", "0.03"), goods("84", "0.03"), goods("84", "0.03")
    };
    TaxedDocument perLine = gst.tax(document("29", Supply.REGULAR, lines));
    TaxedDocument perDocument =
        gst.tax(with(document("29", Supply.REGULAR, lines), RoundingPolicy.PER_DOCUMENT));

    assertThat(perLine.tax()).isEqualTo(inr("0.04"));
    assertThat(perDocument.tax()).isEqualTo(inr("0.02"));
    assertThat(perDocument.lines())
        .extracting(line -> line.tax().text())
        .containsExactly("0.01", "0.00", "0.01", "0.00");
  }

  @Test
  void taxCollectedAtSourceIsOnWhatExceedsTheThresholdTaxIncludedAndPartOfTheTotal() {
    TaxedDocument taxed =
        gst.tax(withheld(goods("84", "100000"), new WithholdingDue("TCS-GOODS", inr("4982000"))));

    assertThat(taxed.collectedAtSource()).isEqualTo(inr("100"));
    assertThat(taxed.total()).isEqualTo(inr("118100"));
  }

  @Test
  void taxDeductedAtSourceIsOnTheNetAndLeavesTheTotalAlone() {
    TaxedDocument taxed =
        gst.tax(
            withheld(service("9954", "100000.00"), new WithholdingDue("TDS-CONTRACT", inr("1"))));

    assertThat(taxed.deductedAtSource()).isEqualTo(inr("2000"));
    assertThat(taxed.total()).isEqualTo(inr("118000"));
  }

  @Test
  void aCreditNoteGivesBackOnlyWhatExceededTheThreshold() {
    assertThat(givenBack("6000000", "TCS-GOODS", "84", "2000000")).isEqualTo(inr("1000"));
    assertThat(givenBack("9000000", "TCS-GOODS", "84", "2000000")).isEqualTo(inr("2360"));
    assertThat(givenBack("4000000", "TCS-GOODS", "84", "2000000")).isEqualTo(inr("0"));
  }

  private Money givenBack(String earlier, String code, String hsn, String net) {
    return gst.tax(
            withheld(
                DocumentKind.CREDIT_NOTE, goods(hsn, net), new WithholdingDue(code, inr(earlier))))
        .collectedAtSource();
  }

  private static TaxableDocument withheld(TaxableLine line, WithholdingDue due) {
    return withheld(DocumentKind.INVOICE, line, due);
  }

  private static TaxableDocument withheld(DocumentKind kind, TaxableLine line, WithholdingDue due) {
    return new TaxableDocument(
        kind,
        LocalDate.of(2025, 3, 1),
        INR,
        TaxParty.registered("IN", SELLER),
        TaxParty.unregistered("IN", "29"),
        "29",
        Supply.REGULAR,
        List.of(line),
        RoundingPolicy.PER_LINE,
        List.of(due));
  }

  @Test
  void whatTheLawDoesNotKnowIsRefused() {
    assertRefused(document("27", Supply.REGULAR, goods("1234", "1")), "tax.rate-missing");
    assertRefused(document("27", Supply.REGULAR, goods("841", "1")), "tax.code-malformed");
    assertRefused(document("27", Supply.REGULAR, service("8471", "1")), "tax.code-malformed");
    assertRefused(document("27", Supply.REGULAR, goods("9954", "1")), "tax.code-malformed");
    assertRefused(
        document("XX1", Supply.REGULAR, goods("84", "1")), "tax.place-of-supply-malformed");
    assertRefused(
        document("27", Supply.INTRA_COMMUNITY, goods("8471", "1")), "tax.supply-not-of-scheme");
    assertRefused(
        document(TaxParty.unregistered("IN", "27"), "27", Supply.REGULAR, goods("8471", "1")),
        "tax.seller-not-registered");
  }

  private void assertRefused(TaxableDocument document, String code) {
    assertThatThrownBy(() -> gst.tax(document))
        .isInstanceOfSatisfying(
            RuleViolation.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private static TaxableDocument document(String place, Supply supply, TaxableLine... lines) {
    return document(TaxParty.registered("IN", SELLER), place, supply, lines);
  }

  private static TaxableDocument document(
      TaxParty seller, String place, Supply supply, TaxableLine... lines) {
    return new TaxableDocument(
        DocumentKind.INVOICE,
        LocalDate.of(2026, 11, 22),
        INR,
        seller,
        TaxParty.unregistered("IN", place),
        place,
        supply,
        List.of(lines),
        RoundingPolicy.PER_LINE_WHOLE_TOTAL);
  }

  private static TaxableDocument with(TaxableDocument d, RoundingPolicy rounding) {
    return new TaxableDocument(
        d.kind(),
        d.on(),
        d.currency(),
        d.seller(),
        d.buyer(),
        d.placeOfSupply(),
        d.supply(),
        d.lines(),
        rounding);
  }

  private static TaxableLine goods(String code, String net) {
    return new TaxableLine(
        code,
        BigDecimal.ONE,
        inr(net),
        code.length() == 2 ? code + "00" : code,
        false,
        Treatment.TAXED);
  }

  private static TaxableLine service(String code, String net) {
    return new TaxableLine(code, BigDecimal.ONE, inr(net), code, true, Treatment.TAXED);
  }

  private static TaxableLine line(String code, String net, Treatment treatment) {
    return new TaxableLine(code, BigDecimal.ONE, inr(net), code + "00", false, treatment);
  }

  private static Money inr(String amount) {
    return Money.of(amount, "INR");
  }
}
