package io.dunwell.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

class MoneyTests {

  @Property
  void sharesAddUpAndDifferByAtMostOneMinorUnit(
      @ForAll("amounts") Money money, @ForAll @IntRange(min = 1, max = 60) int parts) {
    List<Money> shares = money.split(parts);

    assertThat(shares).hasSize(parts);
    assertThat(sum(shares)).isEqualTo(money);
    Money least = shares.stream().min(Money::compareTo).orElseThrow();
    Money most = shares.stream().max(Money::compareTo).orElseThrow();
    assertThat(most.minus(least).amount())
        .isLessThanOrEqualTo(BigDecimal.ONE.movePointLeft(money.amount().scale()));
  }

  @Property
  void whatIsAddedCanBeTakenAway(@ForAll("euros") Money one, @ForAll("euros") Money other) {
    assertThat(one.plus(other)).isEqualTo(other.plus(one));
    assertThat(one.plus(other).minus(other)).isEqualTo(one);
    assertThat(one.plus(one.negated()).isZero()).isTrue();
    assertThat(one.min(other)).isIn(one, other).isLessThanOrEqualTo(one);
  }

  @Property
  void roundingMovesAnAmountByHalfAMinorUnitAtMost(
      @ForAll @Scale(7) @BigRange(min = "-1000000", max = "1000000") BigDecimal amount,
      @ForAll("currencies") Currency currency) {
    Money rounded = Money.rounded(amount, currency);
    BigDecimal half =
        BigDecimal.ONE.movePointLeft(rounded.amount().scale()).multiply(new BigDecimal("0.5"));

    assertThat(rounded.amount().subtract(amount).abs()).isLessThanOrEqualTo(half);
  }

  @Property
  void textIsReadBackAsTheSameAmount(@ForAll("amounts") Money money) {
    String code = money.currency().getCurrencyCode();
    assertThat(Money.of(money.text(), code))
        .isEqualTo(money)
        .hasToString(code + " " + money.text());
  }

  @Property
  void anAmountIsExactlyOneOfPositiveNegativeZero(@ForAll("amounts") Money money) {
    assertThat(List.of(money.isPositive(), money.isNegative(), money.isZero()))
        .containsOnlyOnce(true);
  }

  @Example
  void hasAsManyDecimalsAsItsCurrency() {
    assertThat(Money.of("5", "JPY").text()).isEqualTo("5");
    assertThat(Money.of("5", "EUR").text()).isEqualTo("5.00");
    assertThat(Money.of("5", "KWD").text()).isEqualTo("5.000");
    assertThat(Money.of("0.10", "EUR")).isEqualTo(Money.of("0.1", "EUR"));
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Money.of("0.001", "EUR"));
  }

  @Example
  void neverMixesCurrencies() {
    Money euro = Money.of("1.00", "EUR");
    Money rupee = Money.of("1.00", "INR");
    assertThatIllegalArgumentException().isThrownBy(() -> euro.plus(rupee));
    assertThatIllegalArgumentException().isThrownBy(() -> euro.minus(rupee));
    assertThatIllegalArgumentException().isThrownBy(() -> euro.compareTo(rupee));
  }

  @Example
  void multipliesAsToldToRound() {
    Money euro = Money.of("0.05", "EUR");
    BigDecimal half = new BigDecimal("0.5");
    assertThat(euro.multipliedBy(half, RoundingMode.HALF_UP)).isEqualTo(Money.of("0.03", "EUR"));
    assertThat(euro.multipliedBy(half, RoundingMode.DOWN)).isEqualTo(Money.of("0.02", "EUR"));
  }

  @Provide
  Arbitrary<Currency> currencies() {
    return Arbitraries.of("EUR", "INR", "JPY", "KWD", "USD").map(Currency::getInstance);
  }

  @Provide
  Arbitrary<Money> amounts() {
    return Combinators.combine(minorUnits(), currencies())
        .as((minor, in) -> new Money(BigDecimal.valueOf(minor, in.getDefaultFractionDigits()), in));
  }

  @Provide
  Arbitrary<Money> euros() {
    return minorUnits()
        .map(minor -> new Money(BigDecimal.valueOf(minor, 2), Currency.getInstance("EUR")));
  }

  private static Arbitrary<Long> minorUnits() {
    return Arbitraries.longs().between(-1_000_000_000_000L, 1_000_000_000_000L);
  }

  private static Money sum(List<Money> shares) {
    return shares.stream().reduce(Money::plus).orElseThrow();
  }
}
