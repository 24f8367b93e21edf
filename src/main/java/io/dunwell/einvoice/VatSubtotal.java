package io.dunwell.einvoice;

import io.dunwell.shared.Money;
import io.dunwell.tax.TaxCategory;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One row of the VAT breakdown (BG-23): what one category and rate comes to. */
record VatSubtotal(TaxCategory category, BigDecimal ratePercent, Money taxable, Money tax) {

  /** The rows in the order of the lines. */
  static List<VatSubtotal> of(EinvoiceDocument document) {
    record Key(TaxCategory category, BigDecimal ratePercent) {}
    Map<Key, VatSubtotal> rows = new LinkedHashMap<>();
    for (EinvoiceLine line : document.lines()) {
      var tax = line.tax();
      rows.merge(
          new Key(tax.category(), tax.ratePercent()),
          new VatSubtotal(tax.category(), tax.ratePercent(), tax.net(), tax.tax()),
          VatSubtotal::plus);
    }
    return List.copyOf(rows.values());
  }

  private VatSubtotal plus(VatSubtotal other) {
    return new VatSubtotal(category, ratePercent, taxable.plus(other.taxable), tax.plus(other.tax));
  }
}
