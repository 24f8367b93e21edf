package io.dunwell.approval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentRecordTests {

  private static final CreditSettings SETTINGS = new CreditSettings(7, 30, 90);

  @ParameterizedTest(name = "{0} days overdue, {1} settled {2} days late: {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0|0|unknown|nothing was ever paid",
        "0|4|0|A|pays in time",
        "7|0|0|A|the oldest item is 7 days overdue",
        "8|4|2|B|the oldest item is 8 days overdue",
        "0|4|12|B|paid 12 days late on average in the past year",
        "31|4|12|C|the oldest item is 31 days overdue",
        "1|4|31|C|paid 31 days late on average in the past year",
        "91|4|31|D|the oldest item is 91 days overdue"
      })
  void whoPaysLateIsARisk(int overdue, int settled, int late, String name, String because) {
    CreditClass rated = new PaymentRecord(overdue, settled, late).rated(SETTINGS);
    assertThat(rated).isEqualTo(new CreditClass(name, because));
  }
}
