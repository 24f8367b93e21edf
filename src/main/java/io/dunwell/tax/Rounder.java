package io.dunwell.tax;

import io.dunwell.shared.Money;
import io.dunwell.tax.RoundingPolicy.TaxRounding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rounds charges half up, away from nought, so that a document given back gives back exactly what
 * it demanded.
 *
 * <p>Per document, the sum of each component and rate is rounded once and the lines share it: line
 * {@code n} gets the rounded sum of the first {@code n} less that of the first {@code n - 1}, which
 * is never a whole smallest unit away from its own exact tax, and adds up.
 */
final class Rounder {

  private Rounder() {}

  /** The amounts, in the order of the charges. */
  static List<Money> round(List<Charge> charges, TaxRounding rounding) {
    return rounding == TaxRounding.PER_LINE
        ? charges.stream().map(c -> rounded(c.exact(), c)).toList()
        : shared(charges);
  }

  private static List<Money> shared(List<Charge> charges) {
    Map<Group, BigDecimal> sums = new HashMap<>();
    List<Money> amounts = new ArrayList<>(charges.size());
    for (Charge charge : charges) {
      Group group = new Group(charge.component(), charge.ratePercent());
      BigDecimal before = sums.getOrDefault(group, BigDecimal.ZERO);
      BigDecimal after = before.add(charge.exact());
      sums.put(group, after);
      amounts.add(rounded(after, charge).minus(rounded(before, charge)));
    }
    return amounts;
  }

  private static Money rounded(BigDecimal exact, Charge charge) {
    return Money.rounded(exact, charge.base().currency());
  }

  private record Group(TaxComponent component, BigDecimal ratePercent) {}
}
