package io.dunwell.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1234.50|1234.50",
        "1,250|1250",
        "1,18,400.50|118400.50",
        "12,34,56,789|123456789",
        "1,234,567.89|1234567.89",
        "1 234 567|1234567",
        "-7|-7",
        ".5|0.5",
        "5.|5"
      })
  void commasPartWholeGroups(String typed, BigDecimal number) {
    assertThat(Numbers.typed(" " + typed + " ").orElseThrow()).isEqualByComparingTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12,50",
        "1,2",
        "1.234,56",
        "1,23,4",
        "1,234 567",
        ",5",
        ".",
        "-",
        "",
        "1e5",
        "12,5000",
        "1234,567",
        "1_0",
        "twelve"
      })
  void whatIsNoNumberIsNotGuessed(String typed) {
    assertThat(Numbers.typed(typed)).isEmpty();
  }

  @Test
  void anAmountFinerThanItsCurrencyNamesItsField() {
    Currency yen = Currency.getInstance("JPY");
    assertThat(Numbers.amount("cap", new BigDecimal("1e3"), yen).text()).isEqualTo("1000");
    assertThatThrownBy(() -> Numbers.amount("cap", new BigDecimal("0.5"), yen))
        .isInstanceOf(MalformedValue.class)
        .hasMessageContaining("cap")
        .extracting("field")
        .isEqualTo("cap");
    assertThatThrownBy(() -> Numbers.amount("cap", new BigDecimal("1e999999999"), yen))
        .extracting("code")
        .isEqualTo("number.too-large");
  }
}
