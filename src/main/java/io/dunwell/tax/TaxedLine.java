package io.dunwell.tax;

import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.util.List;

/**
 * A line with its taxes.
 *
 * @param id the caller's id
 * @param net before tax
 * @param category why it bears what it bears
 * @param ratePercent the whole rate in per cent without cess (CGST and SGST together), nought where
 *     there is none
 * @param taxes charged to the buyer
 * @param owedByBuyer under reverse charge: what the buyer owes the tax office, no part of totals
 */
public record TaxedLine(
    String id,
    Money net,
    TaxCategory category,
    BigDecimal ratePercent,
    List<TaxAmount> taxes,
    List<TaxAmount> owedByBuyer) {

  public TaxedLine {
    taxes = List.copyOf(taxes);
    owedByBuyer = List.copyOf(owedByBuyer);
  }

  /** The taxes together. */
  public Money tax() {
    return sum(taxes);
  }

  /** The taxes of one component together. */
  public Money tax(TaxComponent component) {
    return sum(taxes.stream().filter(tax -> tax.component() == component).toList());
  }

  /** Net and taxes. */
  public Money gross() {
    return net.plus(tax());
  }

  private Money sum(List<TaxAmount> amounts) {
    return amounts.stream().map(TaxAmount::amount).reduce(Money.zero(net.currency()), Money::plus);
  }
}
