package io.dunwell.tax;

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

class VatSchemeTests {

  private static final TaxParty SELLER = TaxParty.registered("DE", "DE136695976");
  private static final TaxParty FRENCH = TaxParty.registered("FR", "FR40303265045");
  private static final TaxParty NOBODY = TaxParty.unregistered("DE", null);

  private final TaxScheme vat =
      new VatScheme(
          new FixedRates()
              .with("DE:STANDARD", RateComponent.VAT, "19")
              .with("DE:REDUCED", RateComponent.VAT, "7")
              .with("FR:STANDARD", RateComponent.VAT, "20"));

  @Test
  void theBreakdownHasARowPerCategoryAndRate() {
    TaxedDocument taxed =
        vat.tax(
            document(
                NOBODY,
                "DE",
                Supply.REGULAR,
                line("STANDARD", "100.05", Treatment.TAXED),
                line("STANDARD", "0.05", Treatment.TAXED),
                line("REDUCED", "10", Treatment.TAXED),
                line("STANDARD", "5", Treatment.EXEMPT),
                line("STANDARD", "7", Treatment.NIL_RATED)));

    assertThat(taxed.subtotals())
        .extracting(
            TaxSubtotal::category,
            row -> row.ratePercent().toPlainString(),
            row -> row.taxable().text(),
            row -> row.tax().text())
        .containsExactly(
            tuple(TaxCategory.STANDARD, "7", "10.00", "0.70"),
            tuple(TaxCategory.STANDARD, "19", "100.10", "19.02"),
            tuple(TaxCategory.ZERO, "0", "7.00", "0.00"),
            tuple(TaxCategory.EXEMPT, "0", "5.00", "0.00"));
    assertThat(taxed.total()).isEqualTo(eur("141.82"));
    assertThat(taxed.notes()).containsExactly("tax.note.vat.exempt");
  }

  @Test
  void theRateIsThatOfThePlaceOfSupply() {
    assertThat(
            vat.tax(
                    document(
                        NOBODY, "FR", Supply.REGULAR, line("STANDARD", "100", Treatment.TAXED)))
                .tax())
        .isEqualTo(eur("20"));
  }

  @Test
  void aCodeThatOnlyBeginsLikeAnotherHasNoRate() {
    assertThatThrownBy(
            () ->
                vat.tax(
                    document(
                        NOBODY, "DE", Supply.REGULAR, line("REDUCED_2", "1", Treatment.TAXED))))
        .extracting("code")
        .isEqualTo("tax.rate-missing");
  }

  @Test
  void underReverseChargeNothingIsChargedAndTheDocumentSaysSo() {
    TaxedDocument taxed =
        vat.tax(
            document(
                FRENCH, "FR", Supply.REVERSE_CHARGE, line("STANDARD", "100", Treatment.TAXED)));

    assertThat(taxed.total()).isEqualTo(eur("100"));
    assertThat(taxed.lines().get(0).category().code()).isEqualTo("AE");
    assertThat(taxed.notes()).containsExactly("tax.note.vat.reverse-charge");
  }

  @Test
  void goodsToAnotherMemberStateAndAbroadAreExempt() {
    TaxedDocument within =
        vat.tax(
            document(FRENCH, "FR", Supply.INTRA_COMMUNITY, line("STANDARD", "1", Treatment.TAXED)));
    TaxedDocument abroad =
        vat.tax(
            document(
                TaxParty.unregistered("US", null),
                "US",
                Supply.EXPORT_WITHOUT_TAX,
                line("STANDARD", "1", Treatment.TAXED)));

    assertThat(within.lines().get(0).category().code()).isEqualTo("K");
    assertThat(abroad.lines().get(0).category().code()).isEqualTo("G");
  }

  @Test
  void outsideTheUnionNothingIsExemptForThereIsNothingToBeFreedFrom() {
    TaxedDocument taxed =
        vat.tax(
            document(
                NOBODY,
                "US",
                Supply.REGULAR,
                line("STANDARD", "1", Treatment.TAXED),
                line("VATEX-EU-132-1I", "2", Treatment.EXEMPT)));

    assertThat(taxed.lines())
        .extracting(TaxedLine::category)
        .containsOnly(TaxCategory.OUT_OF_SCOPE);
  }

  @Test
  void whatTheLawDoesNotKnowIsRefused() {
    TaxableLine taxed = line("STANDARD", "1", Treatment.TAXED);
    TaxableLine outside = line("STANDARD", "1", Treatment.NON_TAXABLE);
    TaxableLine service =
        new TaxableLine("s", BigDecimal.ONE, eur("1"), "STANDARD", true, Treatment.TAXED);

    assertRefused(document(NOBODY, "DE", Supply.REVERSE_CHARGE, taxed), "tax.buyer-not-registered");
    assertRefused(
        document(TaxParty.registered("DE", "DE811569869"), "DE", Supply.INTRA_COMMUNITY, taxed),
        "tax.intra-community-at-home");
    assertRefused(
        document(FRENCH, "FR", Supply.INTRA_COMMUNITY, service), "tax.intra-community-service");
    assertRefused(document(FRENCH, "FR", Supply.EXPORT_WITHOUT_TAX, taxed), "tax.export-at-home");
    assertRefused(document(FRENCH, "FR", Supply.SEZ_WITH_TAX, taxed), "tax.supply-not-of-scheme");
    assertRefused(document(NOBODY, "DE", Supply.REGULAR, taxed, outside), "tax.out-of-scope-mixed");
    assertRefused(document(NOBODY, "PL", Supply.REGULAR, taxed), "tax.rate-missing");
  }

  private void assertRefused(TaxableDocument document, String code) {
    assertThatThrownBy(() -> vat.tax(document))
        .isInstanceOfSatisfying(
            RuleViolation.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private static TaxableDocument document(
      TaxParty buyer, String place, Supply supply, TaxableLine... lines) {
    return new TaxableDocument(
        DocumentKind.INVOICE,
        LocalDate.of(2026, 11, 22),
        Currency.getInstance("EUR"),
        SELLER,
        buyer,
        place,
        supply,
        List.of(lines),
        RoundingPolicy.PER_DOCUMENT);
  }

  private static TaxableLine line(String code, String net, Treatment treatment) {
    return new TaxableLine(net, BigDecimal.ONE, eur(net), code, false, treatment);
  }

  private static Money eur(String amount) {
    return Money.of(amount, "EUR");
  }
}
