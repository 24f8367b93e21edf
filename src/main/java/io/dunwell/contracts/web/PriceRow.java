package io.dunwell.contracts.web;

import io.dunwell.contracts.PriceLine;
import io.dunwell.contracts.Slab;
import io.dunwell.shared.Money;
import io.dunwell.shared.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;

/**
 * A price line as a page shows it.
 *
 * @param slabs its prices by quantity, in words
 */
record PriceRow(PriceLine line, List<Step> slabs) {

  /**
   * A price from a quantity on.
   *
   * @param from empty where the price counts from nothing on
   */
  record Step(String from, String price) {}

  static PriceRow of(PriceLine line, Currency currency) {
    return new PriceRow(line, line.slabs().stream().map(each -> step(each, currency)).toList());
  }

  /** {@code 1,450.00}; further decimals, where a unit price has them, are written out. */
  static String words(BigDecimal unitPrice, Currency currency) {
    int decimals = Math.max(0, currency.getDefaultFractionDigits());
    BigDecimal whole = unitPrice.setScale(decimals, RoundingMode.DOWN);
    String words = Words.amount(new Money(whole, currency));
    String rest = unitPrice.subtract(whole).stripTrailingZeros().toPlainString();
    boolean exact = unitPrice.compareTo(whole) == 0;
    return exact ? words : words + (decimals == 0 ? "." : "") + rest.substring(2 + decimals);
  }

  private static Step step(Slab slab, Currency currency) {
    boolean fromNothing = slab.fromQuantity().signum() == 0;
    return new Step(
        fromNothing ? "" : slab.fromQuantity().toPlainString(), words(slab.unitPrice(), currency));
  }
}
