package io.dunwell.exchange;

import io.dunwell.shared.RuleViolation;
import io.dunwell.sheets.Cell;
import java.util.Currency;
import java.util.Locale;

/** Reads currency codes. */
final class Currencies {

  private Currencies() {}

  /**
   * @throws RuleViolation {@code currency.unknown}
   */
  static Currency read(Cell cell) {
    String code = cell.text().strip().toUpperCase(Locale.ROOT);
    try {
      Currency currency = Currency.getInstance(code);
      if (currency.getDefaultFractionDigits() >= 0) {
        return currency;
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw new RuleViolation(
        "currency.unknown", "There is no currency of this code; write for example INR or USD.");
  }
}
