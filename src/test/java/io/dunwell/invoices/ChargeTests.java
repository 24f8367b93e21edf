package io.dunwell.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChargeTests {

  private static final Currency INR = Currency.getInstance("INR");

  /** 70,000 at slabs of 10.00 and 8.00: no price of six decimals comes to their net. */
  @Test
  void otherWordsLeaveTheNetOfGraduatedSlabsAlone() {
    Charge charge = charge("70000", "8.002857", "0", "560200.00");
    Charge worded = charge.at(new BigDecimal("70000.0"), charge.unitPrice(), BigDecimal.ZERO, INR);
    assertThat(worded.net()).isEqualByComparingTo("560200.00");
    assertThat(worded.deviation()).isZero();
    assertThat(charge.at(BigDecimal.TEN, charge.unitPrice(), BigDecimal.ZERO, INR).net())
        .isEqualByComparingTo("80.03");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 0, quantity",
    "0.0000001, 1, 0, quantity",
    "1e14, 1, 0, quantity",
    "1, -1, 0, unitPrice",
    "1, 1e14, 0, unitPrice",
    "1, 1e999999999, 0, unitPrice",
    "1, 0.1234567, 0, unitPrice",
    "1, 1, 101, discountPercent",
    "1, 1, 12.34567, discountPercent",
    "1e12, 1e12, 0, net"
  })
  void whatNoLineCanHoldNamesItsField(
      String quantity, String price, String discount, String field) {
    assertThatThrownBy(
            () ->
                charge("1", "2", "0", "2")
                    .at(
                        new BigDecimal(quantity),
                        new BigDecimal(price),
                        new BigDecimal(discount),
                        INR))
        .extracting("field")
        .isEqualTo(field);
  }

  private static Charge charge(String quantity, String price, String discount, String net) {
    return new Charge(
        "YARN",
        "Yarn",
        "KGS",
        new BigDecimal(quantity),
        new BigDecimal(price),
        new BigDecimal(discount),
        new BigDecimal(net),
        "5205",
        false,
        "TAXED",
        new BigDecimal(price),
        new BigDecimal(discount),
        new BigDecimal(net),
        null,
        null);
  }
}
