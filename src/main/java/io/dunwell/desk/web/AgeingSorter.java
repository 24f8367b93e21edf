package io.dunwell.desk.web;

import io.dunwell.receivables.AgeingRow;
import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts ageing rows in the asked order; they come by key. */
final class AgeingSorter {

  private final List<AgeingRow> rows = new ArrayList<>();
  private final @Nullable String sort;

  AgeingSorter(@Nullable String sort) {
    this.sort = sort;
  }

  void add(AgeingRow row) {
    rows.add(row);
  }

  List<AgeingRow> sorted() {
    if (sort == null || sort.isEmpty()) {
      return rows;
    }
    String key = sort.startsWith("-") ? sort.substring(1) : sort;
    Comparator<AgeingRow> order = order(key);
    rows.sort(sort.startsWith("-") ? order.reversed() : order);
    return rows;
  }

  private static Comparator<AgeingRow> order(String key) {
    return switch (key) {
      case "name" -> Comparator.comparing(r -> r.name() == null ? "" : r.name());
      case "notDue" -> by(AgeingRow::notDue);
      case "unapplied" -> by(AgeingRow::unapplied);
      case "total" -> by(AgeingRow::total);
      case "overdue" -> by(AgeingRow::overdue);
      case "b0", "b1", "b2", "b3", "b4", "b5" ->
          by(r -> r.buckets().get(Math.min(key.charAt(1) - '0', r.buckets().size() - 1)));
      default -> Comparator.comparing(AgeingRow::key);
    };
  }

  /** Within a currency: amounts of different currencies do not compare. */
  private static Comparator<AgeingRow> by(Function<AgeingRow, Money> amount) {
    return Comparator.comparing(
            (AgeingRow row) -> amount.apply(row).currency().getCurrencyCode(),
            Comparator.<String>naturalOrder().reversed())
        .thenComparing(row -> amount.apply(row).amount(), Comparator.<BigDecimal>naturalOrder());
  }
}
