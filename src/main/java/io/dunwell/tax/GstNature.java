package io.dunwell.tax;

import io.dunwell.shared.RuleViolation;

/**
 * Which taxes a supply bears: within one state central and state tax in equal halves (IGST Act s.
 * 8, CGST Act s. 9(1)), within a union territory central and union territory tax (UTGST Act s. 7),
 * across states, from or to a special economic zone, and across the border integrated tax (IGST Act
 * s. 7).
 *
 * @param rule what decided
 * @param second the tax beside CGST, or IGST where it stands alone
 */
record GstNature(GstRule rule, TaxComponent second) {

  static GstNature of(TaxableDocument document) {
    GstState seller = stateOf(document.seller());
    GstState place = GstState.of(document.placeOfSupply());
    if (isSez(document)) {
      return new GstNature(GstRule.SEZ, TaxComponent.IGST);
    }
    if (place.code().equals(GstState.ABROAD)) {
      return new GstNature(GstRule.ABROAD, TaxComponent.IGST);
    }
    if (!place.code().equals(seller.code())) {
      return new GstNature(GstRule.INTER_STATE, TaxComponent.IGST);
    }
    return place.unionTerritory()
        ? new GstNature(GstRule.UNION_TERRITORY, TaxComponent.UTGST)
        : new GstNature(GstRule.INTRA_STATE, TaxComponent.SGST);
  }

  boolean intraState() {
    return second != TaxComponent.IGST;
  }

  /** Supplies to and by a zone are across states even next door: IGST Act s. 7(5)(b). */
  private static boolean isSez(TaxableDocument document) {
    return document.supply() == Supply.SEZ_WITH_TAX
        || document.supply() == Supply.SEZ_WITHOUT_TAX
        || document.seller().registration() == Registration.SEZ
        || document.buyer().registration() == Registration.SEZ;
  }

  private static GstState stateOf(TaxParty seller) {
    String number = seller.taxNumber();
    if (number == null) {
      throw new RuleViolation(
          "tax.seller-not-registered",
          "Only a registered person may charge GST: give the seller's GSTIN.");
    }
    String state = seller.state();
    return state == null ? Gstin.of(number).state() : GstState.of(state);
  }
}
