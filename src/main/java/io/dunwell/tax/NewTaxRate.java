package io.dunwell.tax;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A rate to enter. An abolished tax is a rate of nought.
 *
 * @param scheme for example {@code IN_GST}
 * @param code HSN or SAC or the beginning of one; {@code DE:STANDARD} under VAT
 * @param component what it is the rate of
 * @param rate per cent, or currency per unit; not negative
 * @param from first day it counts
 * @param law Act or notification
 * @param unit of a rate per unit or up to a price, which one, for example {@code TON} or {@code
 *     PCS}; {@code null} of any other
 * @param priceUpTo up to which price of one unit it counts, the price included; {@code null} for
 *     all that no other row of that day is for
 */
public record NewTaxRate(
    String scheme,
    String code,
    RateComponent component,
    BigDecimal rate,
    LocalDate from,
    String law,
    @Nullable String unit,
    @Nullable BigDecimal priceUpTo) {

  /** A rate in per cent. */
  public NewTaxRate(
      String scheme,
      String code,
      RateComponent component,
      BigDecimal rate,
      LocalDate from,
      String law) {
    this(scheme, code, component, rate, from, law, null, null);
  }
}
