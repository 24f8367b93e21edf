package io.dunwell.numbering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunwell.shared.RuleViolation;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberPatternTests {

  @ParameterizedTest
  @CsvSource({
    "INV/{fy}/{seq:6}, 2026-11-22, 4, 17, INV/2627/000017",
    "INV/{fy}/{seq:6}, 2027-03-31, 4, 1, INV/2627/000001",
    "INV/{fy}/{seq:6}, 2027-04-01, 4, 1, INV/2728/000001",
    "INV/{fy}/{seq:6}, 2099-04-01, 4, 1, INV/9900/000001",
    "R-{fy}-{seq:5}, 2026-01-01, 1, 3, R-2026-00003",
    "{yyyy}-{seq:9}, 2026-12-31, 1, 123456789, 2026-123456789"
  })
  void aNumberNamesItsFiscalYear(
      String pattern, LocalDate on, int firstMonth, int seq, String number) {
    FiscalYear year = FiscalYear.of(on, firstMonth);
    assertThat(new NumberPattern(pattern).number(year.year(), firstMonth, seq)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INVOICE/{fy}/{seq:6}",
        "INV/{seq:6}",
        "INV/{fy}",
        "INV {fy} {seq:4}",
        "INV_{fy}/{seq:4}",
        "{fy}{seq:3}{seq:3}",
        "रु/{fy}/{seq:4}",
        "{seq:6}/{fy}",
        "0/{fy}/{seq:6}",
        "/{fy}/{seq:6}",
        "-{fy}/{seq:6}",
        "inv/{fy}/{seq:6}"
      })
  void patternsThatTheTaxOfficeWouldRefuseAreRefusedHere(String pattern) {
    assertThatThrownBy(() -> new NumberPattern(pattern))
        .isInstanceOf(RuleViolation.class)
        .extracting("code")
        .isEqualTo("number-series.pattern");
  }

  @ParameterizedTest
  @CsvSource({
    "INV/{fy}/{seq:6}, INV/{fy}/{seq:6}, true",
    "INV/{fy}/{seq:6}, INV/{yyyy}/{seq:6}, true",
    "INV{fy}{seq:6}, INV{fy}0{seq:5}, true",
    "INV/{fy}/{seq:6}, INV/{fy}/{seq:5}, false",
    "INV/{fy}/{seq:6}, INW/{fy}/{seq:6}, false",
    "INV/{fy}/{seq:6}, CN/{fy}/{seq:6}, false"
  })
  void twoSeriesMeetIfTheyCanMakeTheSameNumber(String one, String other, boolean meet) {
    assertThat(new NumberPattern(one).mayMeet(new NumberPattern(other))).isEqualTo(meet);
    assertThat(new NumberPattern(other).mayMeet(new NumberPattern(one))).isEqualTo(meet);
  }

  @Test
  void aSeriesThatRunsOutOfDigitsSaysSoInsteadOfGrowing() {
    assertThatThrownBy(() -> new NumberPattern("A{fy}{seq:2}").number(2026, 4, 100))
        .extracting("code")
        .isEqualTo("number-series.exhausted");
  }
}
