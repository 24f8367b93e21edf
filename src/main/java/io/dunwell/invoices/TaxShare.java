package io.dunwell.invoices;

import io.dunwell.shared.Money;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * One tax on a line or on the whole.
 *
 * @param component for example {@code CGST}
 * @param rate in percent
 * @param amount in the invoice's currency
 */
@Embeddable
public record TaxShare(String component, BigDecimal rate, BigDecimal amount) {

  /** Stands for tax collected at source, which is among the taxes of the whole and on no line. */
  public static final String COLLECTED = "TCS";

  /** The same with as many decimals as the currency knows. */
  TaxShare scaled(Currency currency) {
    return new TaxShare(component, rate, Money.rounded(amount, currency).amount());
  }
}
