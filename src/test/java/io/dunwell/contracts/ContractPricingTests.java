package io.dunwell.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractPricingTests {

  private static final Currency INR = Currency.getInstance("INR");
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
  private static final String SLABS = "0:100.00 10:95.50 100:80";

  @ParameterizedTest
  @CsvSource({
    "1, 100, 100.00",
    "9.999, 100, 999.90",
    "10, 95.5, 955.00",
    "99, 95.5, 9454.50",
    "100, 80, 8000.00",
    "0.333, 100, 33.30"
  })
  void theSlabReachedPricesTheWholeQuantity(String quantity, String unitPrice, String net) {
    Price price = price(line(SLABS, SlabRule.WHOLE, "0", null), quantity);

    assertThat(price.listPrice()).isEqualByComparingTo(unitPrice);
    assertThat(price.net()).isEqualTo(Money.of(net, "INR"));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 100, 100.00",
    "10, 100, 1000.00",
    "11, 99.590909, 1095.50",
    "100, 95.95, 9595.00",
    "101, 95.792079, 9675.00"
  })
  void graduatedSlabsPriceTheirPartOnly(String quantity, String mean, String net) {
    Price price = price(line(SLABS, SlabRule.GRADUATED, "0", null), quantity);

    assertThat(price.listPrice()).isEqualByComparingTo(mean);
    assertThat(price.net()).isEqualTo(Money.of(net, "INR"));
  }

  @Test
  void belowTheFirstSlabItsPriceCounts() {
    Price price = price(line("10:7.25 20:7", SlabRule.WHOLE, "0", null), "4");

    assertThat(price.net()).isEqualTo(Money.of("29.00", "INR"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 100.01, 100.01",
    "12.5, 100.01, 87.51",
    "100, 100.01, 0.00",
    "33.3333, 0.10, 0.07"
  })
  void theDiscountIsRoundedOnce(String percent, String unitPrice, String net) {
    Price price = price(line("0:" + unitPrice, SlabRule.WHOLE, percent, null), "1");

    assertThat(price.net()).isEqualTo(Money.of(net, "INR"));
    assertThat(price.gross()).isEqualTo(Money.of(unitPrice, "INR"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02, 0, 50000.00",
    "2026-02, 49999.99, 0.01",
    "2026-02, 50000, 0.00",
    "2026-02, 70000, 0.00",
    "2026-03, 0, 24193.55",
    "2026-04, 0, 0.00",
    "2025-12, 0, 0.00"
  })
  void whatIsMissingToTheCommitmentCountsTheDaysOfTheLine(
      YearMonth month, String net, String missing) {
    PriceLine line =
        line("0:1", SlabRule.WHOLE, "0", "50000.00").endingOn(LocalDate.of(2026, 3, 15));

    assertThat(shortfall(line, month, Money.rounded(new BigDecimal(net), INR)).text())
        .isEqualTo(missing);
  }

  @Test
  void refusesSlabsOutOfOrderAndDiscountsBeyondAll() {
    assertThatExceptionOfType(RuleViolation.class)
        .isThrownBy(() -> line("10:1 10:2", SlabRule.WHOLE, "0", null))
        .extracting(RuleViolation::code)
        .isEqualTo("price.slabs-unordered");
    assertThatExceptionOfType(RuleViolation.class)
        .isThrownBy(() -> line("0:1", SlabRule.WHOLE, "100.01", null))
        .extracting(RuleViolation::code)
        .isEqualTo("price.discount-out-of-range");
    assertThatExceptionOfType(RuleViolation.class)
        .isThrownBy(() -> line("0:0.0000001", SlabRule.WHOLE, "0", null))
        .extracting(RuleViolation::code)
        .isEqualTo("quantity.too-precise");
  }

  @Property
  void moreNeverCostsLessWhereSlabsAreGraduated(
      @ForAll("lines") PriceLine line,
      @ForAll("quantities") BigDecimal quantity,
      @ForAll("quantities") BigDecimal more) {
    PriceLine graduated = withRule(line, SlabRule.GRADUATED);

    Price small = price(graduated, quantity.toPlainString());
    Price big = price(graduated, quantity.add(more).toPlainString());

    assertThat(big.gross()).isGreaterThanOrEqualTo(small.gross());
    assertThat(big.net()).isGreaterThanOrEqualTo(small.net());
  }

  @Property
  void fallingSlabsNeverRaiseTheUnitPrice(
      @ForAll("fallingLines") PriceLine line,
      @ForAll("quantities") BigDecimal quantity,
      @ForAll("quantities") BigDecimal more) {
    for (SlabRule rule : SlabRule.values()) {
      PriceLine ruled = withRule(line, rule);
      assertThat(price(ruled, quantity.add(more).toPlainString()).listPrice())
          .isLessThanOrEqualTo(price(ruled, quantity.toPlainString()).listPrice());
    }
  }

  @Property
  void bothRulesAgreeWithinTheFirstSlabAndWithOneSlab(
      @ForAll("lines") PriceLine line, @ForAll("quantities") BigDecimal quantity) {
    BigDecimal second =
        line.slabs().size() > 1 ? line.slabs().get(1).fromQuantity() : quantity.add(BigDecimal.ONE);
    if (quantity.compareTo(second) < 0) {
      assertThat(price(withRule(line, SlabRule.WHOLE), quantity.toPlainString()).gross())
          .isEqualTo(price(withRule(line, SlabRule.GRADUATED), quantity.toPlainString()).gross());
    }
  }

  @Property
  void theNetIsNeverAboveTheGrossAndTheSumOfPartsIsTheWhole(
      @ForAll("lines") PriceLine line, @ForAll("quantities") BigDecimal quantity) {
    for (SlabRule rule : SlabRule.values()) {
      Price price = price(withRule(line, rule), quantity.toPlainString());
      assertThat(price.net()).isLessThanOrEqualTo(price.gross());
      assertThat(price.net().isNegative()).isFalse();
      BigDecimal expected =
          price
              .gross()
              .amount()
              .multiply(BigDecimal.valueOf(100).subtract(line.discountPercent()).movePointLeft(2));
      assertThat(price.net().amount().subtract(expected).abs())
          .isLessThanOrEqualTo(new BigDecimal("0.01"));
    }
  }

  @Property
  void billedAndMissingReachTheCommitmentExactly(
      @ForAll @BigRange(min = "0", max = "90000") @Scale(2) BigDecimal billed) {
    Money net = Money.rounded(billed, INR);
    PriceLine line = line("0:1", SlabRule.WHOLE, "0", "50000.00");

    Money both = net.plus(shortfall(line, YearMonth.of(2026, 5), net));

    assertThat(both).isGreaterThanOrEqualTo(Money.of("50000.00", "INR"));
    assertThat(both.minus(net).isZero() || both.equals(Money.of("50000.00", "INR"))).isTrue();
  }

  @Provide
  Arbitrary<BigDecimal> quantities() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("0.001"), new BigDecimal("5000"))
        .ofScale(3);
  }

  @Provide
  Arbitrary<PriceLine> lines() {
    return slabs(false);
  }

  @Provide
  Arbitrary<PriceLine> fallingLines() {
    return slabs(true);
  }

  private static Arbitrary<PriceLine> slabs(boolean falling) {
    Arbitrary<BigDecimal> prices =
        Arbitraries.bigDecimals().between(BigDecimal.ZERO, new BigDecimal("9999")).ofScale(4);
    Arbitrary<BigDecimal> discounts =
        Arbitraries.bigDecimals().between(BigDecimal.ZERO, new BigDecimal("100")).ofScale(2);
    return Combinators.combine(
            Arbitraries.integers().between(1, 3000).set().ofMinSize(1).ofMaxSize(6),
            prices.list().ofSize(6),
            discounts)
        .as(
            (from, costs, discount) -> {
              List<BigDecimal> sorted = new ArrayList<>(costs);
              if (falling) {
                sorted.sort(Comparator.reverseOrder());
              }
              List<Slab> slabs = new ArrayList<>();
              for (int each : new TreeSet<>(from)) {
                slabs.add(new Slab(BigDecimal.valueOf(each), sorted.get(slabs.size())));
              }
              return line(slabs, SlabRule.WHOLE, discount.toPlainString(), null);
            });
  }

  private static PriceLine withRule(PriceLine line, SlabRule rule) {
    return line(line.slabs(), rule, line.discountPercent().toPlainString(), null);
  }

  @Test
  void commitmentsThatFollowOneAnotherShareTheMonth() {
    PriceLine first = line("0:1", SlabRule.WHOLE, "0", "3000.00");
    PriceLine second = line("0:1", SlabRule.WHOLE, "0", "6000.00");
    LocalDate change = LocalDate.of(2026, 4, 11);

    Money commitment =
        ContractPricing.commitment(
            day -> Optional.of(day.isBefore(change) ? first : second), YearMonth.of(2026, 4), INR);

    assertThat(commitment).isEqualTo(Money.of("5000.00", "INR"));
  }

  @Property
  void whatIsBilledInTwoPartsCostsWhatItCostsTogether(
      @ForAll("lines") PriceLine line,
      @ForAll("quantities") BigDecimal first,
      @ForAll("quantities") BigDecimal second) {
    for (SlabRule rule : SlabRule.values()) {
      PriceLine ruled = withRule(line, rule);
      Price both = price(ruled, first.add(second).toPlainString());
      Money apart =
          part(ruled, BigDecimal.ZERO, first, second)
              .net()
              .plus(part(ruled, first, second, BigDecimal.ZERO).net());
      assertThat(both.net().minus(apart).amount().abs())
          .isLessThanOrEqualTo(new BigDecimal("0.01"));
      assertThat(both.part(first).net())
          .isEqualTo(part(ruled, BigDecimal.ZERO, first, second).net());
    }
  }

  private static Price part(
      PriceLine line, BigDecimal before, BigDecimal quantity, BigDecimal after) {
    return ContractPricing.price(line, 1, before, quantity, after, INR);
  }

  private static Money shortfall(PriceLine line, YearMonth month, Money net) {
    Money missing =
        ContractPricing.commitment(
                day -> line.on(day) ? Optional.of(line) : Optional.empty(), month, INR)
            .minus(net);
    return missing.isPositive() ? missing : Money.zero(INR);
  }

  private static Price price(PriceLine line, String quantity) {
    return ContractPricing.price(line, 1, new BigDecimal(quantity), INR);
  }

  private static PriceLine line(
      String slabs, SlabRule rule, String discount, @Nullable String commitment) {
    List<Slab> list = new ArrayList<>();
    for (String slab : slabs.split(" ", -1)) {
      String[] parts = slab.split(":", -1);
      list.add(new Slab(new BigDecimal(parts[0]), new BigDecimal(parts[1])));
    }
    return line(list, rule, discount, commitment);
  }

  private static PriceLine line(
      List<Slab> slabs, SlabRule rule, String discount, @Nullable String commitment) {
    return new PriceLine(
        new UUID(0, 1),
        "BOLT",
        "A bolt",
        "PCS",
        DAY,
        null,
        slabs,
        rule,
        new BigDecimal(discount),
        commitment == null ? null : Money.of(commitment, "INR"),
        "7318",
        false);
  }
}
