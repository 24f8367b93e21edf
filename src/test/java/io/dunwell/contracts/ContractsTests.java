package io.dunwell.contracts;

import static io.dunwell.Supply.SALES;
import static io.dunwell.Supply.price;
import static io.dunwell.Supply.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunwell.DunwellTest;
import io.dunwell.Supply;
import io.dunwell.Trade;
import io.dunwell.party.CustomerId;
import io.dunwell.party.PaymentTerms;
import io.dunwell.shared.Ids;
import io.dunwell.shared.MalformedValue;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@DunwellTest
class ContractsTests {

  private static final LocalDate DAY = Trade.DAY;
  private static final Currency EUR = Currency.getInstance("EUR");

  @Autowired Contracts contracts;
  @Autowired TermsCheck check;
  @Autowired Prices prices;
  @Autowired Trade trade;
  @Autowired Supply supply;
  @Autowired JdbcTemplate jdbc;

  @Test
  void keepsAllThatWasAgreed() {
    CustomerId customer = trade.customer("C-1");
    ContractTerms agreed = everything();

    ContractId id = supply.contract(customer, "FRAME-1", agreed);
    ContractView view = contracts.view(id, DAY);

    assertThat(view.asTerms()).isEqualTo(agreed);
    assertThat(view.version()).isEqualTo(1);
    assertThat(view.customer()).isEqualTo(customer);
    assertThat(contracts.byNumber("FRAME-1", DAY)).contains(view);
    assertThat(contracts.ofCustomer(customer, DAY)).containsExactly(view);
    assertThat(contracts.views(List.of(id), DAY)).containsEntry(id, view);
    assertThat(contracts.latestByNumbers(List.of("FRAME-1", "none"))).containsOnlyKeys("FRAME-1");
  }

  @Test
  void anAmendmentIsAnotherVersionAndTheOldOneStaysReadable() {
    ContractId id = supply.contract(trade.customer("C-1"), "F-1", price("BOLT", "10"));
    ContractTerms first = contracts.view(id, DAY).asTerms();
    LocalDate june = LocalDate.of(2025, 6, 1);

    contracts.amend(id, first.withPrices(List.of(price("BOLT", "11"))), june, "Steel", SALES);

    assertThat(contracts.view(id, june.minusDays(1)).asTerms()).isEqualTo(first);
    assertThat(contracts.view(id, june).version()).isEqualTo(2);
    assertThat(contracts.versions(id))
        .extracting(ContractVersion::number, ContractVersion::effectiveOn, ContractVersion::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, DAY, "First agreed"),
            org.assertj.core.groups.Tuple.tuple(2, june, "Steel"));
    assertThat(contracts.versions(id).get(0).contract().asTerms()).isEqualTo(first);
    assertThat(net(id, "BOLT", june.minusDays(1))).contains("10.00");
    assertThat(net(id, "BOLT", june)).contains("11.00");
  }

  @Test
  void theLastAgreedOfTheVersionsEffectiveByADayIsInForceOnIt() {
    ContractId id = supply.contract(trade.customer("C-1"), "F-1", price("BOLT", "10"));
    amend(id, "12", LocalDate.of(2025, 9, 1));
    amend(id, "11", LocalDate.of(2025, 6, 1));

    assertThat(net(id, "BOLT", LocalDate.of(2025, 5, 31))).contains("10.00");
    assertThat(net(id, "BOLT", LocalDate.of(2025, 6, 1))).contains("11.00");
    assertThat(net(id, "BOLT", LocalDate.of(2025, 9, 1))).contains("11.00");
    for (String day : List.of("2024-01-01", "2025-05-31", "2025-06-01", "2025-09-01")) {
      LocalDate on = LocalDate.parse(day);
      assertThat(
              jdbc.queryForObject(
                  "select version from contracts.v_contract_on(?)", Integer.class, on))
          .isEqualTo(contracts.view(id, on).version());
    }
    assertThat(jdbc.queryForObject("select version from contracts.v_contract", Integer.class))
        .isEqualTo(3);
  }

  @Test
  void whatNoInvoiceCouldSayIsRefusedWhenItIsAgreed() {
    CustomerId customer = trade.customer("C-1");
    ContractTerms good = terms(BillingRule.MONTHLY, price("BOLT", "10"));

    wrong("taxScheme", "tax-scheme.unknown", customer, taxed(good, "GST", "27"));
    wrong("placeOfSupply", "tax.place-of-supply-malformed", customer, taxed(good, "IN_GST", "39"));
    wrong("placeOfSupply", "tax.place-of-supply-malformed", customer, taxed(good, "IN_GST", "XX"));
    wrong("placeOfSupply", "tax.place-of-supply-malformed", customer, taxed(good, "EU_VAT", "27"));
    wrong("priceLines[0].taxCode", "tax.code-malformed", customer, taxed(good, "EU_VAT", "DE"));
    wrong(
        "priceLines[1].taxCode",
        "tax.code-malformed",
        customer,
        good.withPrices(List.of(price("BOLT", "10"), coded("NUT", "PCS", "998821"))));
    wrong(
        "priceLines[0].unit",
        "tax.price-unit",
        customer,
        good.withPrices(List.of(coded("SHIRT", "KGS", "62052000"))));
    assertThatExceptionOfType(RuleViolation.class)
        .isThrownBy(() -> supply.contract(customer, "F-1", taxed(good, "IN_GST", "Maharashtra")))
        .withMessageContaining("write 27 for Maharashtra");
    refused(
        "currency.unknown",
        () -> new NewContract("F-1", customer, Currency.getInstance("XAU"), good));
  }

  @Test
  void whatWasAgreedBeforeStaysReadableAndIsAmendedWithoutBeingAskedAgain() {
    ContractId id = supply.contract(trade.customer("C-1"), "F-1", price("BOLT", "10"));
    agreedLongAgo(id);
    ContractTerms old = contracts.view(id, DAY).asTerms();
    assertThat(check.doubts(old)).singleElement().asString().contains("no tax scheme VAT");

    contracts.amend(id, old.under(new PurchaseOrder("PO-1", null, null)), DAY, "Order", SALES);
    assertThat(contracts.view(id, DAY).purchaseOrder()).isNotNull();
    refused(
        "tax.code-malformed",
        () -> contracts.amend(id, taxed(old, "IN_GST", "27"), DAY, "GST", SALES));
    contracts.amend(
        id,
        taxed(old, "IN_GST", "27").withPrices(List.of(coded("BOLT", "PCS", "0001"))),
        DAY,
        "GST",
        SALES);
    assertThat(check.doubts(contracts.view(id, DAY).asTerms()))
        .singleElement()
        .asString()
        .contains("No GST rate is known for code 0001", "table of tax rates");
  }

  /** As it was written down when nobody asked: by hand, for no service does so any more. */
  private void agreedLongAgo(ContractId id) {
    UUID version = Ids.next();
    UUID line = Ids.next();
    jdbc.update(
        """
        insert into contracts.agreement (id, contract, number, effective_on, reason, agreed_by,
          title, valid_from, billing_rule, payment_terms, owner, place_of_supply, tax_scheme,
          proof_required)
        select ?, contract, 2, effective_on, 'Long ago', 'sales', title, valid_from, billing_rule,
          payment_terms, owner, 'XX', 'VAT', false
        from contracts.agreement where contract = ?""",
        version,
        id.value());
    jdbc.update(
        """
        insert into contracts.price_line (row_id, agreement, position, id, item, description, unit,
          valid_from, slab_rule, discount_percent, tax_code, service)
        values (?, ?, 0, ?, 'BOLT', 'A bolt', 'PCS', ?, 'WHOLE', 0, '', false)""",
        line,
        version,
        line,
        DAY);
    jdbc.update("insert into contracts.price_slab values (?, 0, 10)", line);
  }

  private void wrong(String field, String code, CustomerId customer, ContractTerms terms) {
    assertThatExceptionOfType(MalformedValue.class)
        .isThrownBy(() -> supply.contract(customer, "F-1", terms))
        .satisfies(
            refused -> {
              assertThat(refused.field()).isEqualTo(field);
              assertThat(refused.code()).isEqualTo(code);
            });
  }

  private static PriceLine coded(String item, String unit, String code) {
    return PriceLine.goods(item, item, unit, "10", DAY, code);
  }

  private static ContractTerms taxed(ContractTerms terms, String scheme, String place) {
    return new ContractTerms(
        terms.title(),
        terms.validFrom(),
        terms.validUntil(),
        terms.billingRule(),
        terms.paymentTerms(),
        terms.purchaseOrder(),
        terms.priceLines(),
        terms.owner(),
        place,
        scheme,
        terms.proofRequired(),
        terms.advance());
  }

  @Test
  void pricesAreDated() {
    PriceLine spring = price("BOLT", "10").endingOn(LocalDate.of(2025, 3, 31));
    PriceLine summer =
        PriceLine.goods("BOLT", "One BOLT", "PCS", "12", LocalDate.of(2025, 4, 1), "8471");
    ContractId id = supply.contract(trade.customer("C-1"), "F-1", spring, summer);

    assertThat(net(id, "BOLT", LocalDate.of(2025, 3, 31))).contains("10.00");
    assertThat(net(id, "BOLT", LocalDate.of(2025, 4, 1))).contains("12.00");
    assertThat(net(id, "BOLT", DAY.minusDays(1))).isEmpty();
    assertThat(net(id, "NUT", DAY)).isEmpty();
  }

  @Test
  void aCommitmentIsAskedForByMonth() {
    PriceLine line =
        new PriceLine(
            Ids.next(),
            "HOSTING",
            "Hosting",
            "H",
            DAY,
            null,
            List.of(new Slab(BigDecimal.ZERO, BigDecimal.ONE)),
            SlabRule.WHOLE,
            BigDecimal.ZERO,
            Money.of("500.00", "EUR"),
            "998315",
            true);
    ContractId id = supply.contract(trade.customer("C-1"), "F-1", line);

    assertThat(shortfall(id, "HOSTING", "120.00")).isEqualTo("380.00");
    assertThat(shortfall(id, "HOSTING", "520.00")).isEqualTo("0.00");
    assertThat(shortfall(id, "OTHER", "0.00")).isEqualTo("0.00");
  }

  @Test
  void whatWasAgreedCannotBeRewrittenEvenInTheDatabase() {
    supply.contract(trade.customer("C-1"), "F-1", price("BOLT", "10"));

    for (String change :
        List.of(
            "update contracts.agreement set title = 'x'",
            "update contracts.price_slab set unit_price = 0",
            "delete from contracts.price_line")) {
      assertThatThrownBy(() -> jdbc.update(change)).hasMessageContaining("only grows");
    }
  }

  @Test
  void refusesWhatMakesNoSense() {
    CustomerId customer = trade.customer("C-1");
    ContractId id = supply.contract(customer, "F-1", price("BOLT", "10"));
    ContractTerms terms = contracts.view(id, DAY).asTerms();

    refused("contract.number-taken", () -> supply.contract(customer, " F-1 "));
    refused("customer.unknown", () -> supply.contract(new CustomerId(Ids.next()), "F-2"));
    refused("contract.nothing-amended", () -> contracts.amend(id, terms, DAY, "Why", SALES));
    refused(
        "contract.no-reason",
        () -> contracts.amend(id, terms.withPrices(List.of()), DAY, " ", SALES));
    refused(
        "contract.amended-before-it-began",
        () -> contracts.amend(id, terms.withPrices(List.of()), DAY.minusDays(1), "Earlier", SALES));
    refused(
        "contract.overlapping-prices",
        () -> terms(BillingRule.MONTHLY, price("BOLT", "1"), price("BOLT", "2")));
    refused(
        "contract.foreign-currency",
        () -> new NewContract("F-3", customer, Currency.getInstance("INR"), everything()));
    refused("contract.unknown", () -> contracts.view(new ContractId(UUID.randomUUID()), DAY));
  }

  @Test
  void findsContractsByWhatPeopleKnowOfThem() {
    supply.contract(trade.customer("C-1"), "F-1", everything());
    ContractId old = supply.contract(trade.customer("C-2"), "F-2", price("BOLT", "10"));
    ContractTerms ended = contracts.view(old, DAY).asTerms();
    contracts.amend(
        old,
        new ContractTerms(
            "100% ended",
            DAY,
            DAY.plusDays(9),
            ended.billingRule(),
            ended.paymentTerms(),
            null,
            ended.priceLines(),
            "sales",
            "DE",
            "IN_GST",
            false,
            null),
        DAY,
        "Ended early",
        SALES);

    assertThat(found("PO-77", null)).containsExactly("F-1");
    assertThat(found("customer c-2", null)).containsExactly("F-2");
    assertThat(found("100%", null)).containsExactly("F-2");
    assertThat(found(null, true)).containsExactly("F-2");
    assertThat(found(null, false)).containsExactly("F-1");
    assertThat(found(null, null)).containsExactly("F-1", "F-2");
    ContractSummary summary =
        contracts.find(ContractQuery.all(DAY.plusDays(20)), 0, 1).content().get(0);
    assertThat(summary.priceLines()).isEqualTo(2);
    assertThat(summary.customerName()).isEqualTo("Customer C-1");
    assertThat(contracts.find(ContractQuery.all(DAY), 1, 1).total()).isEqualTo(2);
    refused(
        "contract.unsortable",
        () -> contracts.find(new ContractQuery(null, null, null, DAY, null, "x;y"), 0, 1));
  }

  private List<String> found(@Nullable String text, @Nullable Boolean ended) {
    ContractQuery query = new ContractQuery(text, null, null, DAY.plusDays(20), ended, "number");
    return contracts.find(query, 0, 10).content().stream().map(ContractSummary::number).toList();
  }

  private void amend(ContractId id, String unitPrice, LocalDate on) {
    ContractTerms terms = contracts.view(id, DAY).asTerms();
    contracts.amend(id, terms.withPrices(List.of(price("BOLT", unitPrice))), on, "Steel", SALES);
  }

  private Optional<String> net(ContractId id, String item, LocalDate on) {
    return prices.of(id, item, on, BigDecimal.ONE).map(price -> price.net().text());
  }

  private String shortfall(ContractId id, String item, String net) {
    ContractView contract = contracts.view(id, DAY);
    Money missing =
        ContractPricing.commitment(
                day -> contract.priceLine(item, day), YearMonth.of(2025, 5), contract.currency())
            .minus(Money.of(net, "EUR"));
    return missing.isPositive() ? missing.text() : "0.00";
  }

  private static ContractTerms everything() {
    PriceLine slabs =
        new PriceLine(
            Ids.next(),
            "NUT",
            "A nut",
            "KG",
            DAY,
            DAY.plusYears(1),
            List.of(
                new Slab(BigDecimal.ONE, new BigDecimal("2.4755")),
                new Slab(BigDecimal.TEN, new BigDecimal("2.25"))),
            SlabRule.GRADUATED,
            new BigDecimal("7.5"),
            Money.of("250.00", "EUR"),
            "7318",
            false);
    return new ContractTerms(
        "Nuts and bolts",
        DAY,
        DAY.plusYears(2),
        BillingRule.ADVANCE,
        PaymentTerms.parse("30% net 30, 70% net 60"),
        new PurchaseOrder("PO-77", Money.of("90000.00", "EUR"), DAY.plusMonths(6)),
        List.of(price("BOLT", "10"), slabs),
        "sales",
        "DE",
        "IN_GST",
        true,
        new Money(new BigDecimal("1000.00"), EUR));
  }

  private static void refused(
      String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    assertThatExceptionOfType(RuleViolation.class)
        .isThrownBy(act)
        .extracting(RuleViolation::code)
        .isEqualTo(code);
  }
}
