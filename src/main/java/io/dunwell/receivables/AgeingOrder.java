package io.dunwell.receivables;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of an ageing report are shown first, and which at all.
 *
 * @param sort {@code key}, {@code name}, {@code notDue}, {@code b0} … for the buckets, {@code
 *     overdue}, {@code unapplied} or {@code total}, with a minus for descending; null or anything
 *     else sorts by key. Amounts of different currencies do not compare: each stays together
 * @param find a part of a key, a customer's number or a name, or empty for all
 */
public record AgeingOrder(@Nullable String sort, String find) {

  /** The sort that holds: null becomes {@code key}. */
  public String by() {
    return sort == null || !plain().matches("key|name|notDue|b\\d|overdue|unapplied|total")
        ? "key"
        : sort;
  }

  @Nullable String pattern() {
    return find.isBlank()
        ? null
        : "%" + find.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }

  /**
   * What goes behind {@code order by}.
   *
   * @param width how many amounts a row has: not due, the buckets, unapplied
   */
  String sql(int width) {
    String direction = by().startsWith("-") ? " desc nulls last" : " nulls last";
    String key = by().startsWith("-") ? plain() : by();
    String first =
        switch (key) {
          case "key" -> "key collate \"C\"" + direction;
          case "name" -> "lower(name)" + direction;
          case "notDue" -> "currency, a0" + direction;
          case "unapplied" -> "currency, a" + (width - 1) + direction;
          case "overdue" -> "currency, " + sum(1, width - 1) + direction;
          case "total" -> "currency, " + sum(0, width) + direction;
          default -> "currency, a" + Math.min(key.charAt(1) - '0' + 1, width - 2) + direction;
        };
    return first + ", key collate \"C\", currency";
  }

  private static String sum(int from, int to) {
    return IntStream.range(from, to).mapToObj("a%d"::formatted).collect(Collectors.joining(" + "));
  }

  private String plain() {
    return sort == null ? "" : sort.startsWith("-") ? sort.substring(1) : sort;
  }
}
