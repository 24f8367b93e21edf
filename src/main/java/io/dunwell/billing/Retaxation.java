package io.dunwell.billing;

import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.TaxShare;
import io.dunwell.shared.Words;
import java.util.List;

/** Says what the tax office, or an advance, changed about an invoice after it was approved. */
final class Retaxation {

  private Retaxation() {}

  static String between(InvoiceView approved, InvoiceView now) {
    return Words.sentence(
        "Tax rates or advances changed since this was approved: %s with %s then, %s with %s now."
            + " Look at it and submit it again.",
        approved.payable(), taxes(approved.taxes()), now.payable(), taxes(now.taxes()));
  }

  private static String taxes(List<TaxShare> taxes) {
    return taxes.isEmpty()
        ? "no tax"
        : String.join(
            ", ",
            taxes.stream()
                .map(tax -> tax.component() + " " + InvoiceSheets.plain(tax.rate()) + " %")
                .toList());
  }
}
