package io.dunwell.tax;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rates of one day, looked up by code: the longest row that a code begins with counts. */
final class Rates {

  private final Map<RateComponent, Map<String, Row>> rows = new HashMap<>();

  Rates(List<Row> rows) {
    for (Row row : rows) {
      this.rows.computeIfAbsent(row.component(), c -> new HashMap<>()).put(row.code(), row);
    }
  }

  Optional<BigDecimal> of(String code, RateComponent component) {
    return row(code, component).map(Row::rate);
  }

  Optional<Row> row(String code, RateComponent component) {
    Map<String, Row> rates = rows.getOrDefault(component, Map.of());
    for (int length = code.length(); length > 0; length--) {
      Row row = rates.get(code.substring(0, length));
      if (row != null) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }

  /**
   * A rate that is in force.
   *
   * @param unit of a rate per unit, which one; {@code null} of a rate in per cent
   */
  record Row(String code, RateComponent component, BigDecimal rate, @Nullable String unit) {}
}
