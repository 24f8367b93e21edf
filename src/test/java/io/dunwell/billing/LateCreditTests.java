package io.dunwell.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LateCreditTests {

  @ParameterizedTest
  @CsvSource({
    "2025-03-31, 2025-11-30",
    "2025-04-01, 2026-11-30",
    "2026-01-15, 2026-11-30",
    "2026-04-01, 2027-11-30"
  })
  void taxIsTakenBackUntilTheNovemberAfterTheFiscalYear(LocalDate issuedOn, LocalDate last) {
    assertThat(LateCredit.deadline(issuedOn)).isEqualTo(last);
  }
}
