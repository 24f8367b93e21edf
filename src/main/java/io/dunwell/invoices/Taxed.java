package io.dunwell.invoices;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the tax scheme made of an invoice. */
public record Taxed(
    Totals totals, List<TaxShare> taxes, Map<UUID, List<TaxShare>> lines, List<Withheld> withheld) {

  List<TaxShare> ofLine(UUID line) {
    return lines.getOrDefault(line, List.of());
  }
}
