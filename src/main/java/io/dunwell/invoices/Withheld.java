package io.dunwell.invoices;

import io.dunwell.tax.Withholding;
import java.math.BigDecimal;

/**
 * A tax at source of an invoice, in its currency.
 *
 * @param code for example {@code TDS-CONTRACT}
 * @param kind collected by the seller or deducted by the buyer
 * @param law section, as printed
 * @param rate in per cent
 * @param value what was supplied, less what is covered
 * @param covered what was supplied and bore the tax already with an advance
 * @param base what of it is above the threshold; nought below it
 * @param amount what is collected, or may be deducted
 */
public record Withheld(
    String code,
    Withholding.Kind kind,
    String law,
    BigDecimal rate,
    BigDecimal value,
    BigDecimal covered,
    BigDecimal base,
    BigDecimal amount) {

  public static Withheld of(Withholding withholding) {
    return new Withheld(
        withholding.code(),
        withholding.kind(),
        withholding.law(),
        withholding.ratePercent(),
        withholding.value().amount(),
        withholding.covered().amount(),
        withholding.base().amount(),
        withholding.amount().amount());
  }

  /** Whether it has to be mentioned: it is something. */
  public boolean isDue() {
    return amount.signum() != 0;
  }
}
