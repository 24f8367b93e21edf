package io.dunwell.receivables;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The amounts of an ageing row as SQL: not due, the buckets, unapplied; {@code a0, a1 …}. */
final class AgeingAmounts {

  private final List<Integer> limits;

  AgeingAmounts(List<Integer> limits) {
    this.limits = limits;
  }

  /** How many amounts a row has: not due, the buckets, unapplied. */
  int width() {
    return limits.size() + 3;
  }

  String sums() {
    List<String> conditions = conditions();
    return IntStream.range(0, width())
        .mapToObj(n -> "sum(worth) filter (where %s) as a%d".formatted(conditions.get(n), n))
        .collect(Collectors.joining(", "));
  }

  String each() {
    return conditions().stream()
        .map(condition -> "case when " + condition + " then worth else 0 end")
        .collect(Collectors.joining(", "));
  }

  /** When an item's worth belongs to each amount of a row. */
  private List<String> conditions() {
    List<String> conditions = new ArrayList<>();
    conditions.add("amount > 0 and due_on >= ${day}");
    int from = 0;
    for (int limit : limits) {
      conditions.add(
          "amount > 0 and due_on < ${day} - " + from + " and due_on >= ${day} - " + limit);
      from = limit;
    }
    conditions.add("amount > 0 and due_on < ${day} - " + from);
    conditions.add("amount < 0");
    return conditions;
  }

  String columns(String pattern) {
    return IntStream.range(0, width())
        .mapToObj(pattern::formatted)
        .collect(Collectors.joining(", "));
  }

  String anyNotZero(String pattern) {
    return IntStream.range(0, width())
        .mapToObj(n -> pattern.formatted(n) + " <> 0")
        .collect(Collectors.joining(" or "));
  }
}
