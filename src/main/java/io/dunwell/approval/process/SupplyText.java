package io.dunwell.approval.process;

import io.dunwell.invoices.Basis;
import io.dunwell.shared.Words;
import io.dunwell.tax.GstState;
import io.dunwell.tax.TaxSchemes;
import java.util.Locale;

/** Where an invoice is supplied to, and what kind of supply it is if it is none of every day. */
final class SupplyText {

  private SupplyText() {}

  /** {@code to Maharashtra (27)}, {@code to Germany, export without tax}. */
  static String of(Basis basis) {
    String kind = basis.supply().equals("REGULAR") ? "" : Words.of(basis.supply());
    String code = basis.placeOfSupply();
    if (code == null || code.isBlank()) {
      return kind;
    }
    String place = "to " + place(basis.taxScheme(), code);
    return kind.isEmpty() ? place : place + ", " + kind;
  }

  private static String place(String scheme, String code) {
    if (!scheme.equals(TaxSchemes.IN_GST)) {
      return new Locale("", code).getDisplayCountry(Locale.ENGLISH);
    }
    GstState state = GstState.of(code);
    return state.name() + " (" + state.code() + ")";
  }
}
