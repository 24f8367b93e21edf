package io.dunwell.party;

import io.dunwell.shared.RuleViolation;
import io.dunwell.tax.Gstin;
import io.dunwell.tax.Pan;
import java.util.List;

/** What a customer's tax ids have to be, one by one and together. */
final class TaxIds {

  private TaxIds() {}

  /**
   * The ids as the tax offices write them.
   *
   * @throws RuleViolation as {@link TaxId#checked}, or {@code customer.pan-differs}
   */
  static List<TaxId> checked(List<TaxId> ids, String country) {
    List<TaxId> checked = ids.stream().map(id -> id.checked(country)).toList();
    checked.stream()
        .filter(id -> id.scheme().equals(TaxId.PAN))
        .forEach(pan -> refuseUnlessWithin(checked, pan.value()));
    return checked;
  }

  private static void refuseUnlessWithin(List<TaxId> ids, String pan) {
    for (TaxId id : ids) {
      if (id.scheme().equals(TaxId.GSTIN)) {
        String within = new Gstin(id.value()).pan();
        if (Pan.isValid(within) && !within.equals(pan)) {
          throw new RuleViolation(
              "customer.pan-differs",
              "GSTIN %s belongs to PAN %s, not to %s. Correct the one that is mistyped."
                  .formatted(id.value(), within, pan));
        }
      }
    }
  }
}
