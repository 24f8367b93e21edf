package io.dunwell.pages;

import io.dunwell.shared.Money;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.MessageSourceAccessor;

/** A short list that is in memory: sorted and searched by what its columns show. */
record RowsListing<T>(Columns<T> columns, List<T> all, MessageSourceAccessor messages)
    implements Listing<T> {

  @Override
  public Listed<T> page(Asked asked) {
    List<T> found = found(asked);
    int from = (int) Math.min(asked.offset(), found.size());
    int to = Math.min(from + asked.size(), found.size());
    String sort = columns.know(asked.key()) ? asked.sort() : null;
    return Listed.of(asked, found.subList(from, to), found.size(), sort);
  }

  @Override
  public void each(Asked asked, Consumer<T> reader) {
    found(asked).forEach(reader);
  }

  private List<T> found(Asked asked) {
    var rows =
        all.stream().filter(row -> asked.q().isEmpty() || columns.hold(row, asked.q(), messages));
    String key = asked.key();
    return (key == null || !columns.know(key) ? rows : rows.sorted(order(key, asked.descending())))
        .toList();
  }

  /** Empty cells come last in either direction. */
  private Comparator<T> order(String key, boolean descending) {
    Comparator<Object> cells = descending ? cells().reversed() : cells();
    return Comparator.comparing(
        row -> columns.cell(key, row, messages), Comparator.nullsLast(cells));
  }

  private static Comparator<Object> cells() {
    return (one, other) -> {
      if (one instanceof Money a && other instanceof Money b) {
        int byCurrency = a.currency().getCurrencyCode().compareTo(b.currency().getCurrencyCode());
        return byCurrency == 0 ? a.amount().compareTo(b.amount()) : byCurrency;
      }
      return natural(one, other);
    };
  }

  @SuppressWarnings("unchecked") // the same class on both sides, which compares with itself
  private static int natural(@Nullable Object one, @Nullable Object other) {
    if (one instanceof Comparable<?> && other != null && one.getClass() == other.getClass()) {
      return one instanceof String
          ? text(one).compareTo(text(other))
          : ((Comparable<Object>) one).compareTo(other);
    }
    return text(one).compareTo(text(other));
  }

  private static String text(@Nullable Object cell) {
    return String.valueOf(cell).toLowerCase(Locale.ROOT);
  }
}
