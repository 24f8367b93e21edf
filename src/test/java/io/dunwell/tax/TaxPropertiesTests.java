package io.dunwell.tax;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every document, whatever its lines, rates, places and rounding. */
class TaxPropertiesTests {

  private static final FixedRates RATES = rates();
  private static final List<TaxScheme> SCHEMES =
      List.of(new GstScheme(RATES), new VatScheme(RATES));

  @Property(tries = 1000)
  void everySumOfLinesIsTheTotalToTheSmallestUnit(@ForAll("documents") Case test) {
    TaxedDocument taxed = test.tax();

    for (TaxComponent component : TaxComponent.values()) {
      assertThat(sum(taxed, taxed.lines().stream().map(l -> l.tax(component)).toList()))
          .isEqualTo(taxed.tax(component));
    }
    assertThat(sum(taxed, taxed.lines().stream().map(TaxedLine::net).toList()))
        .isEqualTo(taxed.net());
    assertThat(sum(taxed, taxed.subtotals().stream().map(TaxSubtotal::tax).toList()))
        .isEqualTo(taxed.tax());
    assertThat(sum(taxed, taxed.subtotals().stream().map(TaxSubtotal::taxable).toList()))
        .isEqualTo(taxed.net());
    assertThat(taxed.total())
        .isEqualTo(
            taxed.net().plus(taxed.tax()).plus(taxed.collectedAtSource()).plus(taxed.roundOff()));
  }

  @Property(tries = 500)
  void whatIsCollectedAtSourceIsOnEveryLineWithItsTaxes(@ForAll("documents") Case test) {
    TaxedDocument taxed = test.tax();
    Money gross = sum(taxed, taxed.lines().stream().map(TaxedLine::gross).toList());

    for (Withholding withholding : taxed.withholdings()) {
      assertThat(withholding.value()).isEqualTo(gross);
      assertThat(withholding.amount())
          .isEqualTo(Money.rounded(gross.amount().movePointLeft(2), gross.currency()));
    }
  }

  @Property(tries = 500)
  void aCessPerUnitIsTheSameInWhateverUnitItIsBilled(
      @ForAll("quantities") BigDecimal tonnes, @ForAll("units") String unit) {
    BigDecimal quantity =
        UnitOfQuantity.convert(tonnes, "TON", unit).orElseThrow(IllegalStateException::new);

    assertThat(cess(quantity, unit)).isEqualTo(cess(tonnes, "TON"));
    assertThat(cess(quantity.negate(), unit)).isEqualTo(cess(quantity, unit).negated());
  }

  @Property(tries = 1000)
  void centralAndStateTaxAreAlikeOnEveryLine(@ForAll("documents") Case test) {
    assertThat(test.tax().lines())
        .allSatisfy(
            line ->
                assertThat(line.tax(TaxComponent.CGST))
                    .isEqualTo(line.tax(TaxComponent.SGST).plus(line.tax(TaxComponent.UTGST))));
  }

  @Property(tries = 1000)
  void theRoundOffIsHalfAUnitAtMost(@ForAll("documents") Case test) {
    TaxedDocument taxed = test.tax();

    assertThat(taxed.roundOff().amount().abs()).isLessThanOrEqualTo(new BigDecimal("0.5"));
    if (test.document().rounding().wholeTotal()) {
      assertThat(taxed.total().amount().stripTrailingZeros().scale()).isLessThanOrEqualTo(0);
    } else {
      assertThat(taxed.roundOff().isZero()).isTrue();
    }
  }

  @Property(tries = 1000)
  void aCreditNoteOverEverythingGivesBackWhatTheInvoiceDemanded(@ForAll("documents") Case test) {
    TaxedDocument invoice = test.tax();
    TaxedDocument note = test.givenBack().tax();

    assertThat(note.total()).isEqualTo(invoice.total().negated());
    assertThat(note.tax()).isEqualTo(invoice.tax().negated());
    assertThat(note.roundOff()).isEqualTo(invoice.roundOff().negated());
    for (int i = 0; i < invoice.lines().size(); i++) {
      assertThat(note.lines().get(i).tax()).isEqualTo(invoice.lines().get(i).tax().negated());
    }
  }

  @Property(tries = 1000)
  void noLineIsASmallestUnitAwayFromItsExactTax(@ForAll("documents") Case test) {
    for (TaxedLine line : test.tax().lines()) {
      for (TaxAmount tax : line.taxes()) {
        if (tax.component() != TaxComponent.CESS_SPECIFIC) {
          BigDecimal exact = tax.base().amount().multiply(tax.ratePercent()).movePointLeft(2);
          BigDecimal unit = BigDecimal.ONE.movePointLeft(tax.amount().amount().scale());
          assertThat(tax.amount().amount().subtract(exact).abs()).isLessThan(unit);
        }
      }
    }
  }

  @Property(tries = 500)
  void perDocumentEachComponentAndRateIsRoundedOnce(@ForAll("documents") Case test) {
    TaxedDocument taxed = test.rounded(RoundingPolicy.PER_DOCUMENT).tax();

    for (TaxAmount total : taxed.totals()) {
      if (total.component() != TaxComponent.CESS_SPECIFIC) {
        assertThat(total.amount())
            .isEqualTo(
                Money.rounded(
                    total.base().amount().multiply(total.ratePercent()).movePointLeft(2),
                    total.amount().currency()));
      }
    }
  }

  @Provide
  static Arbitrary<BigDecimal> quantities() {
    return Arbitraries.bigDecimals().between(BigDecimal.ZERO, new BigDecimal("9999")).ofScale(3);
  }

  @Provide
  Arbitrary<String> units() {
    return Arbitraries.of("TON", "MTS", "QTL", "KGS", "GMS");
  }

  private static Money cess(BigDecimal quantity, String unit) {
    Money net = Money.zero(Currency.getInstance("INR"));
    return new Case(
            SCHEMES.get(0),
            new TaxableDocument(
                DocumentKind.INVOICE,
                LocalDate.of(2026, 11, 22),
                net.currency(),
                TaxParty.registered("IN", "27AAPFU0939F1ZV"),
                TaxParty.unregistered("IN", "29"),
                "29",
                Supply.REGULAR,
                List.of(
                    new TaxableLine("coal", quantity, unit, net, "2701", false, Treatment.TAXED)),
                RoundingPolicy.PER_LINE))
        .tax()
        .tax(TaxComponent.CESS_SPECIFIC);
  }

  @Provide
  Arbitrary<Case> documents() {
    Arbitrary<Integer> scheme = Arbitraries.integers().between(0, 1);
    return Combinators.combine(
            scheme,
            Arbitraries.of("INR", "EUR", "USD", "JPY", "KWD"),
            Arbitraries.of("27", "29", "04", "97"),
            Arbitraries.of(
                Supply.REGULAR, Supply.REGULAR, Supply.REVERSE_CHARGE, Supply.SEZ_WITH_TAX),
            Arbitraries.of(
                RoundingPolicy.PER_LINE,
                RoundingPolicy.PER_LINE_WHOLE_TOTAL,
                RoundingPolicy.PER_DOCUMENT),
            lines(),
            Arbitraries.of(true, false))
        .as(TaxPropertiesTests::document);
  }

  private static Arbitrary<List<RawLine>> lines() {
    Arbitrary<RawLine> line =
        Combinators.combine(
                Arbitraries.longs().between(-5_000_000L, 99_999_999L),
                Arbitraries.of("1001", "1002", "1003", "1004", "1005"),
                Arbitraries.of(
                    Treatment.TAXED,
                    Treatment.TAXED,
                    Treatment.TAXED,
                    Treatment.EXEMPT,
                    Treatment.NIL_RATED),
                quantities(),
                Arbitraries.of("0", "2.5", "12.345", "33.3333", "100"))
            .as(RawLine::new);
    return line.list().ofMinSize(1).ofMaxSize(12);
  }

  private static Case document(
      int scheme,
      String currencyCode,
      String place,
      Supply supply,
      RoundingPolicy rounding,
      List<RawLine> raw,
      boolean collects) {
    Currency currency = Currency.getInstance(currencyCode);
    boolean gst = scheme == 0;
    boolean territory = place.equals("04");
    String seller = territory ? "04" : "27";
    List<TaxableLine> lines = raw.stream().map(line -> line.in(currency)).toList();
    return new Case(
        SCHEMES.get(scheme),
        new TaxableDocument(
            DocumentKind.INVOICE,
            LocalDate.of(2026, 11, 22),
            currency,
            new TaxParty(gst ? "IN" : "DE", seller, "27AAPFU0939F1ZV", Registration.REGULAR),
            TaxParty.registered(gst ? "IN" : "FR", "FR40303265045"),
            gst ? place : "DE",
            !gst && supply == Supply.SEZ_WITH_TAX ? Supply.REGULAR : supply,
            lines,
            rounding,
            collects ? List.of(new WithholdingDue("TCS-SCRAP", Money.zero(currency))) : List.of()));
  }

  private static Money sum(TaxedDocument taxed, List<Money> amounts) {
    return amounts.stream().reduce(Money.zero(taxed.net().currency()), Money::plus);
  }

  private static FixedRates rates() {
    String[] rates = {"18", "0.25", "5", "12.36", "28"};
    FixedRates book = new FixedRates();
    for (int i = 0; i < rates.length; i++) {
      book.with("100" + (i + 1), RateComponent.GST, rates[i]);
      book.with("DE:100" + (i + 1), RateComponent.VAT, rates[i]);
    }
    return book.with("1005", RateComponent.CESS, "17")
        .with("1003", RateComponent.CESS_SPECIFIC, "4.125")
        .with("2701", RateComponent.GST, "18")
        .with("2701", "400", "TON")
        .with(
            new WithholdingRate(
                "TCS-SCRAP",
                Withholding.Kind.TCS,
                "s. 206C(1)",
                BigDecimal.ONE,
                BigDecimal.ZERO,
                false,
                true));
  }

  record RawLine(
      long minor, String code, Treatment treatment, BigDecimal quantity, String discount) {

    /** A price of that many smallest units for each, less the discount. */
    TaxableLine in(Currency currency) {
      BigDecimal kept = new BigDecimal(100).subtract(new BigDecimal(discount)).movePointLeft(2);
      BigDecimal price = BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
      Money net = Money.rounded(price.multiply(quantity).multiply(kept), currency);
      return new TaxableLine(code, quantity, net, code, false, treatment);
    }
  }

  record Case(TaxScheme scheme, TaxableDocument document) {

    TaxedDocument tax() {
      return scheme.tax(document);
    }

    Case givenBack() {
      return with(
          DocumentKind.CREDIT_NOTE,
          document.lines().stream().map(TaxableLine::negated).toList(),
          document.rounding());
    }

    Case rounded(RoundingPolicy rounding) {
      return with(document.kind(), document.lines(), rounding);
    }

    private Case with(DocumentKind kind, List<TaxableLine> lines, RoundingPolicy rounding) {
      return new Case(
          scheme,
          new TaxableDocument(
              kind,
              document.on(),
              document.currency(),
              document.seller(),
              document.buyer(),
              document.placeOfSupply(),
              document.supply(),
              lines,
              rounding,
              document.withholdings()));
    }
  }
}
