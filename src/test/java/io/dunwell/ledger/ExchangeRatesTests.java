package io.dunwell.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dunwell.DunwellTest;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DunwellTest
class ExchangeRatesTests {

  private static final Currency USD = Currency.getInstance("USD");
  private static final Currency INR = Currency.getInstance("INR");
  private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
  private static final Actor CLERK = new Actor("clerk");

  @Autowired ExchangeRates rates;

  @Test
  @DisplayName("A7 USD 100 at 80 is 8000 for the company; from another day on the rate is 85")
  void a7_aRateIsValidFromItsDayUntilTheNext() {
    rates.put(USD, INR, DAY, new BigDecimal("80"), CLERK);
    rates.put(USD, INR, DAY.plusDays(10), new BigDecimal("85"), CLERK);
    Money hundred = Money.of("100.00", "USD");

    assertThat(rates.convert(hundred, INR, DAY)).contains(Money.of("8000.00", "INR"));
    assertThat(rates.convert(hundred, INR, DAY.plusDays(9))).contains(Money.of("8000.00", "INR"));
    assertThat(rates.convert(hundred, INR, DAY.plusDays(10))).contains(Money.of("8500.00", "INR"));
    assertThat(rates.convert(hundred, INR, DAY.minusDays(1))).isEmpty();
    assertThat(rates.convert(hundred, USD, DAY)).contains(hundred);
  }

  @Test
  void theOtherWayRoundIsTheInverse() {
    rates.put(USD, INR, DAY, new BigDecimal("80"), CLERK);

    assertThat(rates.convert(Money.of("100.00", "INR"), USD, DAY))
        .contains(Money.of("1.25", "USD"));
  }

  @Test
  void aRateCanBeCorrected() {
    rates.put(USD, INR, DAY, new BigDecimal("8"), CLERK);
    rates.put(USD, INR, DAY, new BigDecimal("80"), CLERK);

    assertThat(rates.rate(USD, INR, DAY)).contains(new BigDecimal("8E+1"));
    assertThat(rates.all()).hasSize(1);
  }

  @Test
  void refusesRatesThatCannotBe() {
    assertThatExceptionOfType(RuleViolation.class)
        .isThrownBy(() -> rates.put(USD, USD, DAY, BigDecimal.ONE, CLERK));
    assertThatExceptionOfType(RuleViolation.class)
        .isThrownBy(() -> rates.put(USD, INR, DAY, BigDecimal.ZERO, CLERK));
  }
}
