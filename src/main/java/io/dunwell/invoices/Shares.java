package io.dunwell.invoices;

import java.util.List;

/** Compares taxes by value: 9 percent is 9.00 percent. */
final class Shares {

  private Shares() {}

  static boolean same(List<TaxShare> some, List<TaxShare> others) {
    if (some.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      if (!same(some.get(i), others.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean same(TaxShare one, TaxShare other) {
    return one.component().equals(other.component())
        && one.rate().compareTo(other.rate()) == 0
        && one.amount().compareTo(other.amount()) == 0;
  }
}
