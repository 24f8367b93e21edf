package io.dunwell.tax;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rates of one day, looked up by code: the longest row that a code begins with counts. */
final class Rates {

  private final Map<RateComponent, Map<String, BigDecimal>> rows = new HashMap<>();

  Rates(List<Row> rows) {
    for (Row row : rows) {
      this.rows.computeIfAbsent(row.component(), c -> new HashMap<>()).put(row.code(), row.rate());
    }
  }

  Optional<BigDecimal> of(String code, RateComponent component) {
    Map<String, BigDecimal> rates = rows.getOrDefault(component, Map.of());
    for (int length = code.length(); length > 0; length--) {
      BigDecimal rate = rates.get(code.substring(0, length));
      if (rate != null) {
        return Optional.of(rate);
      }
    }
    return Optional.empty();
  }

  /** A rate that is in force. */
  record Row(String code, RateComponent component, BigDecimal rate) {}
}
