package io.dunwell.tax;

import static io.dunwell.ScriptToken.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.dunwell.DunwellTest;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@DunwellTest
class TaxRatesTests {

  private static final Actor ACCOUNTS = new Actor("asha");

  @Autowired private TaxRates rates;
  @Autowired private TaxSchemes schemes;
  @Autowired private Clock clock;
  @Autowired private MockMvc mvc;

  @Test
  void aRateCountsUntilTheDayBeforeTheNext() {
    assertThat(rates.all("IN_GST", "2523", null))
        .filteredOn(rate -> rate.component() == RateComponent.GST)
        .extracting(TaxRateView::rate, TaxRateView::from, TaxRateView::until)
        .containsExactly(
            tuple(new BigDecimal("28"), LocalDate.of(2017, 7, 1), LocalDate.of(2025, 9, 21)),
            tuple(new BigDecimal("18"), LocalDate.of(2025, 9, 22), null));
  }

  @Test
  void theRateOfTheDayOfSupplyIsCharged() {
    assertThat(tax("252329", LocalDate.of(2025, 9, 21)).tax()).isEqualTo(Money.of("28", "INR"));
    assertThat(tax("252329", LocalDate.of(2025, 9, 22)).tax()).isEqualTo(Money.of("18", "INR"));
    assertThat(tax("2701", LocalDate.of(2025, 9, 21)).tax()).isEqualTo(Money.of("805", "INR"));
    assertThat(tax("2701", LocalDate.of(2025, 9, 22)).tax()).isEqualTo(Money.of("18", "INR"));
  }

  @Test
  void sinceTheReformNothingBearsTheFormerSlabsNorCess() {
    List<TaxRateView> today = rates.all("IN_GST", null, LocalDate.of(2026, 11, 22));

    assertThat(today)
        .filteredOn(rate -> rate.component() == RateComponent.GST)
        .extracting(rate -> rate.rate().toPlainString())
        .isSubsetOf("0", "0.25", "3", "5", "18", "40");
    assertThat(today)
        .filteredOn(rate -> rate.component() != RateComponent.GST)
        .isNotEmpty()
        .allSatisfy(rate -> assertThat(rate.rate().signum()).isZero());
  }

  @Test
  void cessPerThousandKnowsItsUnitAndEndedForTobaccoInItsTurn() {
    LocalDate before = LocalDate.of(2026, 1, 31);
    assertThat(cess("24022040", "5000", "NOS", before)).isEqualTo(Money.of("13735.00", "INR"));
    assertThat(cess("24022040", "5", "THD", before)).isEqualTo(Money.of("13735.00", "INR"));
    assertThat(cess("24022040", "250", "DOZ", before)).isEqualTo(Money.of("8241.00", "INR"));
    assertThat(cess("24022040", "5", "THD", before.plusDays(1)).isZero()).isTrue();
    assertThat(tax("24022040", before).tax()).isEqualTo(Money.of("5527.00", "INR"));
    assertThat(tax("24022040", before.plusDays(1)).tax()).isEqualTo(Money.of("40", "INR"));
    assertThat(cess("2701", "2500", "KGS", LocalDate.of(2025, 9, 21)))
        .isEqualTo(Money.of("1000.00", "INR"));
    assertRefused("tax.cess-unit", () -> cess("24022040", "5", "KGS", before));
    assertRefused(
        "tax-rate.unit-missing",
        () ->
            rates.put(
                new NewTaxRate(
                    "IN_GST",
                    "2703",
                    RateComponent.CESS_SPECIFIC,
                    BigDecimal.TEN,
                    LocalDate.now(clock),
                    "none"),
                ACCOUNTS));
  }

  @Test
  void taxOnScrapDoubledWithTheNewActAndOnGoodsAtLargeItEnded() {
    assertThat(withheld("TCS-SCRAP", LocalDate.of(2026, 3, 31)).ratePercent())
        .isEqualByComparingTo("1");
    assertThat(withheld("TCS-SCRAP", LocalDate.of(2026, 4, 1)).ratePercent())
        .isEqualByComparingTo("2");
    assertThat(withheld("TCS-GOODS", LocalDate.of(2025, 3, 31)).ratePercent())
        .isEqualByComparingTo("0.1");
  }

  @Test
  void apparelAndFootwearBearTheRateOfTheirPriceAndOfTheDay() {
    LocalDate before = LocalDate.of(2025, 9, 21);
    LocalDate since = LocalDate.of(2025, 9, 22);
    assertThat(gst("62052000", "2", "PCS", "2000.00", before)).isEqualByComparingTo("5");
    assertThat(gst("62052000", "2", "PCS", "2000.01", before)).isEqualByComparingTo("12");
    assertThat(gst("62052000", "2", "PCS", "5000.00", since)).isEqualByComparingTo("5");
    assertThat(gst("62052000", "2", "PCS", "5000.01", since)).isEqualByComparingTo("18");
    assertThat(gst("62052000", "-2", "PCS", "-5000.01", since)).isEqualByComparingTo("18");
    assertThat(gst("6109", "0.5", "DOZ", "15000.00", since)).isEqualByComparingTo("5");
    assertThat(gst("6109", "0.5", "DOZ", "15000.01", since)).isEqualByComparingTo("18");
    assertThat(gst("6309", "1", "PCS", "9000.00", since)).isEqualByComparingTo("5");
    assertThat(gst("6403", "1", "PRS", "1000.00", LocalDate.of(2021, 12, 31)))
        .isEqualByComparingTo("5");
    assertThat(gst("6403", "1", "PRS", "1000.00", before)).isEqualByComparingTo("12");
    assertThat(gst("6403", "1", "PRS", "1000.01", before)).isEqualByComparingTo("18");
    assertThat(gst("6403", "1", "PRS", "2500.00", since)).isEqualByComparingTo("5");
    assertThat(gst("6403", "1", "PRS", "2500.01", since)).isEqualByComparingTo("18");
    assertRefused("tax.price-unit", () -> gst("6403", "1", "KGS", "2500.00", since));
  }

  @Test
  void aRateUpToAPriceIsEnteredAndListedBesideTheOtherOfItsDay() {
    LocalDate today = LocalDate.now(clock);
    BigDecimal limit = new BigDecimal("500");
    rates.put(upTo("7117", "3", limit, "PCS", today), ACCOUNTS);
    rates.put(upTo("7117", "12", null, null, today), ACCOUNTS);

    assertThat(rates.all("IN_GST", "7117", today))
        .filteredOn(rate -> rate.code().equals("7117"))
        .extracting(TaxRateView::priceUpTo, TaxRateView::until)
        .containsExactly(tuple(limit, null), tuple(null, null));
    assertThat(gst("7117", "1", "NOS", "500", today)).isEqualByComparingTo("3");
    assertThat(gst("7117", "1", "NOS", "500.01", today)).isEqualByComparingTo("12");
    assertRefused(
        "tax-rate.unit-missing", () -> rates.put(upTo("7118", "3", limit, null, today), ACCOUNTS));
    rates.put(upTo("7117", "18", null, null, today.plusDays(1)), ACCOUNTS);
    assertThat(gst("7117", "1", "NOS", "500", today.plusDays(1))).isEqualByComparingTo("18");
  }

  private static NewTaxRate upTo(
      String code, String rate, @Nullable BigDecimal limit, @Nullable String unit, LocalDate from) {
    return new NewTaxRate(
        "IN_GST", code, RateComponent.GST, new BigDecimal(rate), from, "A test", unit, limit);
  }

  private BigDecimal gst(String code, String quantity, String unit, String net, LocalDate on) {
    TaxableLine line =
        new TaxableLine(
            "1",
            new BigDecimal(quantity),
            unit,
            Money.of(net, "INR"),
            code,
            false,
            Treatment.TAXED);
    return schemes
        .named(TaxSchemes.IN_GST)
        .tax(document(on, line, List.of()))
        .lines()
        .get(0)
        .ratePercent();
  }

  private Money cess(String code, String quantity, String unit, LocalDate on) {
    TaxableLine line =
        new TaxableLine(
            "1",
            new BigDecimal(quantity),
            unit,
            Money.of("0", "INR"),
            code,
            false,
            Treatment.TAXED);
    return schemes
        .named(TaxSchemes.IN_GST)
        .tax(document(on, line, List.of()))
        .tax(TaxComponent.CESS_SPECIFIC);
  }

  private static void assertRefused(
      String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(RuleViolation.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void ofTwoCodesTheLongerCounts() {
    assertThat(tax("847130", LocalDate.of(2026, 1, 1)).tax()).isEqualTo(Money.of("18", "INR"));
    assertThat(tax("841510", LocalDate.of(2020, 1, 1)).tax()).isEqualTo(Money.of("28", "INR"));
  }

  @Test
  void anEnteredRateCountsFromItsDayAndThePastStays() {
    LocalDate today = LocalDate.now(clock);
    rates.put(rate("8471", "12", today.plusDays(10)), ACCOUNTS);

    assertThat(tax("8471", today.plusDays(9)).tax()).isEqualTo(Money.of("18", "INR"));
    assertThat(tax("8471", today.plusDays(10)).tax()).isEqualTo(Money.of("12", "INR"));

    rates.put(rate("8471", "13", today.plusDays(10)), ACCOUNTS);
    assertThat(tax("8471", today.plusDays(10)).tax()).isEqualTo(Money.of("13", "INR"));

    rates.put(rate("6109", "5", today.minusYears(1)), ACCOUNTS);
    assertThatThrownBy(() -> rates.put(rate("6109", "12", today.minusDays(1)), ACCOUNTS))
        .isInstanceOfSatisfying(
            RuleViolation.class, e -> assertThat(e.code()).isEqualTo("tax-rate.in-force"));
    assertThatThrownBy(() -> rates.put(rate("6109", "-1", today), ACCOUNTS))
        .isInstanceOfSatisfying(
            RuleViolation.class, e -> assertThat(e.code()).isEqualTo("tax-rate.negative"));
    assertThatThrownBy(() -> schemes.named("US_SALES"))
        .isInstanceOfSatisfying(
            RuleViolation.class, e -> assertThat(e.code()).isEqualTo("tax-scheme.unknown"));
  }

  @Test
  void withholdingsAreThoseOfTheDay() {
    assertThat(withheld("TDS-GOODS", LocalDate.of(2026, 3, 31)).law())
        .isEqualTo("Income-tax Act 1961 s. 194Q");
    assertThat(withheld("TDS-GOODS", LocalDate.of(2026, 4, 1)).law())
        .startsWith("Income-tax Act 2025");
    assertThatThrownBy(() -> withheld("TCS-GOODS", LocalDate.of(2025, 4, 1)))
        .isInstanceOfSatisfying(
            RuleViolation.class,
            e -> assertThat(e.code()).isEqualTo("tax.withholding-not-in-force"));
  }

  @Test
  void overTheApiAccountsEnterRatesAndOthersReadThem() throws Exception {
    String body =
        """
        {"scheme": "IN_GST", "code": "3304", "component": "GST", "rate": "18", \
        "from": "2017-07-01", "law": "Notification 1/2017-CT(Rate)"}""";
    mvc.perform(
            put("/api/tax-rates")
                .with(user("asha").roles("ACCOUNTS"))
                .with(csrf())
                .contentType("application/json")
                .content(body))
        .andExpect(status().isNoContent());
    mvc.perform(
            put("/api/tax-rates")
                .with(user("cora").roles("COLLECTOR"))
                .with(csrf())
                .contentType("application/json")
                .content(body))
        .andExpect(status().isForbidden());
    mvc.perform(
            put("/api/tax-rates")
                .with(user("asha").roles("ACCOUNTS"))
                .with(csrf())
                .contentType("application/json")
                .content(body.replace("\"18\"", "\"eighteen\"")))
        .andExpect(status().isBadRequest());
    mvc.perform(
            get("/api/tax-rates")
                .param("code", "33049910")
                .param("on", "2026-11-22")
                .with(user("cora").roles("COLLECTOR")))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.length()").value(1))
        .andExpect(jsonPath("$[0].rate").value("18"))
        .andExpect(jsonPath("$[0].recordedBy").value("asha"));
  }

  private Withholding withheld(String code, LocalDate on) {
    return tax(
            "7204",
            on,
            Money.of("10000000", "INR"),
            List.of(new WithholdingDue(code, Money.of("0", "INR"))))
        .withholdings()
        .get(0);
  }

  private TaxedDocument tax(String code, LocalDate on) {
    return tax(code, on, Money.of("100", "INR"), List.of());
  }

  private TaxedDocument tax(
      String code, LocalDate on, Money net, List<WithholdingDue> withholdings) {
    TaxableLine line = new TaxableLine("1", new BigDecimal("2"), net, code, false, Treatment.TAXED);
    return schemes.named(TaxSchemes.IN_GST).tax(document(on, line, withholdings));
  }

  private static TaxableDocument document(
      LocalDate on, TaxableLine line, List<WithholdingDue> withholdings) {
    return new TaxableDocument(
        DocumentKind.INVOICE,
        on,
        Currency.getInstance("INR"),
        TaxParty.registered("IN", "27AAPFU0939F1ZV"),
        TaxParty.unregistered("IN", "29"),
        "29",
        Supply.REGULAR,
        List.of(line),
        RoundingPolicy.PER_LINE,
        withholdings);
  }

  private static NewTaxRate rate(String code, String rate, LocalDate from) {
    return new NewTaxRate(
        "IN_GST", code, RateComponent.GST, new BigDecimal(rate), from, "Notification");
  }
}
