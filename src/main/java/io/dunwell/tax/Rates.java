package io.dunwell.tax;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rates of one day, looked up by code: of the longest row that a code begins with, the one for
 * the line's price counts.
 */
final class Rates {

  private final Map<RateComponent, Map<String, List<Row>>> rows = new HashMap<>();

  Rates(List<Row> rows) {
    for (Row row : rows) {
      this.rows
          .computeIfAbsent(row.component(), component -> new HashMap<>())
          .computeIfAbsent(row.code(), code -> new ArrayList<>())
          .add(row);
    }
  }

  /** The row of a code whose rate depends on no price. */
  Optional<Row> row(String code, RateComponent component) {
    return longest(code, component).stream().filter(row -> row.priceUpTo() == null).findFirst();
  }

  /**
   * The rate of a line.
   *
   * @throws io.dunwell.shared.RuleViolation {@code tax.price-unit} if it depends on a price that
   *     cannot be told
   */
  Optional<BigDecimal> of(TaxableLine line, RateComponent component) {
    return row(line, component).map(Row::rate);
  }

  /** The row of a line; refusals as {@link #of(TaxableLine, RateComponent)}. */
  Optional<Row> row(TaxableLine line, RateComponent component) {
    return longest(line.taxCode(), component).stream()
        .sorted(
            Comparator.comparing(Row::priceUpTo, Comparator.nullsLast(Comparator.naturalOrder())))
        .filter(row -> row.covers(line))
        .findFirst();
  }

  private List<Row> longest(String code, RateComponent component) {
    Map<String, List<Row>> rates = this.rows.getOrDefault(component, Map.of());
    for (int length = code.length(); length > 0; length--) {
      List<Row> found = rates.get(code.substring(0, length));
      if (found != null) {
        return found;
      }
    }
    return List.of();
  }

  /**
   * A rate that is in force.
   *
   * @param unit of a rate per unit or up to a price, which one; {@code null} of any other
   * @param priceUpTo up to which price of a unit, included; {@code null} for whatever costs more
   */
  record Row(
      String code,
      RateComponent component,
      BigDecimal rate,
      @Nullable String unit,
      @Nullable BigDecimal priceUpTo) {

    /** Whether the line's price of one unit is low enough. */
    boolean covers(TaxableLine line) {
      return priceUpTo == null
          || line.isPricedUpTo(priceUpTo, Objects.requireNonNull(unit, "unit of a price"));
    }
  }
}
