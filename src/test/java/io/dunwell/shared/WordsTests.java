package io.dunwell.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTests {

  @ParameterizedTest(name = "{0} {1} reads {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "0|INR|INR 0.00",
        "999.5|INR|INR 999.50",
        "1000|INR|INR 1,000.00",
        "118400|INR|INR 1,18,400.00",
        "123456789.01|INR|INR 12,34,56,789.01",
        "-118400|INR|INR −1,18,400.00",
        "118400|EUR|EUR 118,400.00",
        "1234567|JPY|JPY 1,234,567",
        "-1234.5|USD|USD −1,234.50"
      })
  void anAmountIsGroupedAsItsCountryDoes(String amount, String currency, String text) {
    assertThat(Words.money(Money.of(amount, currency))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1240.5|INR|1,240.50",
        "118400|INR|1,18,400.00",
        "0.012500|EUR|0.0125",
        "1500|JPY|1,500"
      })
  void aPriceHasTheDecimalsThatItNeeds(BigDecimal price, String currency, String text) {
    assertThat(Words.price(price, Currency.getInstance(currency))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"1250.500|1,250.5", "0|0", "-2.5|−2.5", "12.000001|12.000001"})
  void aQuantityHasNoZerosAtItsEnd(BigDecimal number, String text) {
    assertThat(Words.number(number)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"2026-11-17,17 Nov 2026", "2026-03-01,1 Mar 2026", "2024-02-29,29 Feb 2024"})
  void aDayIsWrittenOut(LocalDate day, String text) {
    assertThat(Words.day(day)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"0|0 days", "1|1 day", "2|2 days", "1250|1,250 days"})
  void oneDayIsNotDays(long days, String text) {
    assertThat(Words.days(days)).isEqualTo(text);
  }

  @Test
  void aSentencePutsItsFactsIntoWords() {
    assertThat(
            Words.sentence(
                "%s of %s, due %s, in %s; %s left, %s.",
                Money.of("118400", "INR"),
                "INV-2026-11-17",
                LocalDate.of(2026, 11, 17),
                YearMonth.of(2026, 12),
                3,
                null))
        .isEqualTo(
            "INR 1,18,400.00 of INV-2026-11-17, due 17 Nov 2026, in December 2026; 3 left, null.");
  }
}
