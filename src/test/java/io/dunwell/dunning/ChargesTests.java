package io.dunwell.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChargesTests {

  private static final Currency EUR = Currency.getInstance("EUR");
  private static final LocalDate DUE = LocalDate.of(2026, 3, 1);

  @ParameterizedTest
  @DisplayName("D21 fee bands: fixed, percent, both, below the band, limits")
  @CsvSource({
    "99.99, 100, 5, 0, , , 0.00",
    "100.00, 100, 5, 0, , , 5.00",
    "200.00, 0, 0, 2, , , 4.00",
    "200.00, 0, 5, 2, , , 9.00",
    "200.00, 0, 0, 2, 10, , 10.00",
    "200.00, 0, 5, 2, , 8, 8.00"
  })
  void d21_simpleBands(
      String open,
      BigDecimal from,
      BigDecimal fixed,
      BigDecimal percent,
      BigDecimal min,
      BigDecimal max,
      String fee) {
    Fee terms = new Fee(null, List.of(new Fee.Band(from, fixed, percent)), false, min, max);

    assertThat(terms.on(Money.of(open, "EUR"))).isEqualTo(Money.of(fee, "EUR"));
  }

  @Test
  @DisplayName("D21 accumulated: F1 + p1·T/100 + F2 + p2·(R−T)/100")
  void d21_accumulatedBands() {
    List<Fee.Band> bands =
        List.of(
            new Fee.Band(BigDecimal.ZERO, new BigDecimal("5"), new BigDecimal("1")),
            new Fee.Band(new BigDecimal("1000"), new BigDecimal("2"), new BigDecimal("0.5")));

    assertThat(new Fee(null, bands, true, null, null).on(Money.of("3000.00", "EUR")))
        .isEqualTo(Money.of("27.00", "EUR"));
    assertThat(new Fee(null, bands, false, null, null).on(Money.of("3000.00", "EUR")))
        .isEqualTo(Money.of("17.00", "EUR"));
  }

  @Test
  void interestRunsFromTheDayAfterDueToTheNoticeDay() {
    assertThat(interest("ACT/365", DUE.plusDays(365))).isEqualTo(Money.of("10.00", "EUR"));
    assertThat(interest("ACT/360", DUE.plusDays(360))).isEqualTo(Money.of("10.00", "EUR"));
    assertThat(interest("30/360", DUE.plusYears(1))).isEqualTo(Money.of("10.00", "EUR"));
    assertThat(interest("ACT/365", DUE)).isEqualTo(Money.zero(EUR));
  }

  @Test
  void aPartPaymentLowersTheBalanceFromItsDayOn() {
    List<ChargeMath.Movement> movements =
        List.of(
            new ChargeMath.Movement(DUE.minusDays(30), new BigDecimal("3650")),
            new ChargeMath.Movement(DUE.plusDays(6), new BigDecimal("-1825")));
    Interest terms = new Interest(BigDecimal.TEN, DayCount.ACT_365);

    // five days on 3650 and five on 1825, at 10 %
    assertThat(ChargeMath.interest(terms, movements, DUE, DUE.plusDays(10), EUR))
        .isEqualTo(Money.of("7.50", "EUR"));
  }

  @Property(tries = 500)
  void periodsAddUpWhateverTheWatermark(
      @ForAll @IntRange(min = 1, max = 400) int whole,
      @ForAll @IntRange(min = 0, max = 400) int cut,
      @ForAll @IntRange(min = 0, max = 400) int paidAfter) {
    int part = Math.min(cut, whole);
    List<ChargeMath.Movement> movements =
        List.of(
            new ChargeMath.Movement(DUE.minusDays(30), new BigDecimal("365000")),
            new ChargeMath.Movement(DUE.plusDays(paidAfter), new BigDecimal("-182500")));
    Interest terms = new Interest(BigDecimal.TEN, DayCount.ACT_365);

    Money once = ChargeMath.interest(terms, movements, DUE, DUE.plusDays(whole), EUR);
    Money first = ChargeMath.interest(terms, movements, DUE, DUE.plusDays(part), EUR);
    Money rest =
        ChargeMath.interest(terms, movements, DUE.plusDays(part), DUE.plusDays(whole), EUR);

    assertThat(first.plus(rest)).isEqualTo(once);
  }

  private static Money interest(String dayCount, LocalDate until) {
    Interest terms = new Interest(BigDecimal.TEN, DayCount.of(dayCount));
    List<ChargeMath.Movement> movements =
        List.of(new ChargeMath.Movement(DUE.minusDays(30), new BigDecimal("100")));
    return ChargeMath.interest(terms, movements, DUE, until, EUR);
  }
}
