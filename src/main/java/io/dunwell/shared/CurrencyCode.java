package io.dunwell.shared;

import java.util.Currency;
import java.util.Locale;

/** Currencies as people write them. */
public final class CurrencyCode {

  private CurrencyCode() {}

  /**
   * The currency of that ISO 4217 code, in any case.
   *
   * @param field in which it stands
   * @throws MalformedValue {@code currency.unknown}; for gold and the like, too
   */
  public static Currency read(String field, String code) {
    try {
      Currency currency = Currency.getInstance(code.strip().toUpperCase(Locale.ROOT));
      if (currency.getDefaultFractionDigits() >= 0) {
        return currency;
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw new MalformedValue(
        "currency.unknown",
        field,
        "There is no currency of this code; write for example INR or USD.");
  }
}
