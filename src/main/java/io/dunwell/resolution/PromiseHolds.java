package io.dunwell.resolution;

import io.dunwell.receivables.ItemId;
import io.dunwell.shared.Money;
import io.dunwell.shared.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Decides what a promise keeps from being chased: what is promised, and no more than that. */
@Component
class PromiseHolds {

  private final JdbcClient jdbc;

  PromiseHolds(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The whole account if all that is overdue was promised, else the oldest items as far as it goes.
   *
   * @param standing holds of other promises: what they hold is promised already
   */
  List<NewHold> of(NewPromise promise, LocalDate until, Set<UUID> standing) {
    List<Open> open = promise.items().isEmpty() ? overdue(promise) : named(promise);
    Money owed = open.stream().map(Open::open).reduce(Money.zero(promise.currency()), Money::plus);
    boolean everything = promise.total().compareTo(owed) >= 0;
    if (!standing.isEmpty()) {
      return spread(promise, lessHeld(open, standing), until);
    }
    if (promise.items().isEmpty() && everything) {
      return List.of(hold(promise, null, null, until));
    }
    return spread(promise, open, until);
  }

  private static List<NewHold> spread(NewPromise promise, List<Open> open, LocalDate until) {
    List<NewHold> holds = new ArrayList<>();
    Money left = promise.total();
    for (Open item : open) {
      if (!left.isPositive()) {
        break;
      }
      Money part = item.open().min(left);
      boolean whole = item.whole() && part.equals(item.open());
      holds.add(hold(promise, item.id(), whole ? null : part, until));
      left = left.minus(part);
    }
    return holds;
  }

  /** What of the items no other promise holds. */
  private List<Open> lessHeld(List<Open> open, Set<UUID> standing) {
    Map<UUID, List<Held>> held =
        jdbc
            .sql(
                "select item, amount from resolution.hold"
                    + " where id = any(:standing) and item is not null and released_on is null")
            .param("standing", standing.toArray(UUID[]::new))
            .query(Held.class)
            .list()
            .stream()
            .collect(Collectors.groupingBy(Held::item));
    return open.stream()
        .map(item -> item.less(held.getOrDefault(item.id().value(), List.of())))
        .filter(item -> item.open().isPositive())
        .toList();
  }

  private static NewHold hold(
      NewPromise promise, @Nullable ItemId item, @Nullable Money amount, LocalDate until) {
    return new NewHold(
        promise.customer(),
        promise.currency(),
        item,
        amount,
        HoldReason.PROMISE,
        Words.sentence("Promised %s by %s", promise.total(), promise.lastDay()),
        promise.madeOn(),
        until);
  }

  private List<Open> overdue(NewPromise promise) {
    return items(promise, "due_on < :madeOn", List.of());
  }

  private List<Open> named(NewPromise promise) {
    return items(promise, "id = any(:items)", promise.items());
  }

  private List<Open> items(NewPromise promise, String which, List<ItemId> items) {
    return jdbc.sql(
            "select id, open from receivables.v_open_item where customer = :customer"
                + " and currency = :currency and open > 0 and "
                + which
                + " order by due_on, id")
        .param("customer", promise.customer().value())
        .param("currency", promise.currency().getCurrencyCode())
        .param("madeOn", promise.madeOn())
        .param("items", items.stream().map(ItemId::value).toArray(UUID[]::new))
        .query(
            (row, n) ->
                new Open(
                    new ItemId(row.getObject("id", UUID.class)),
                    Money.rounded(row.getBigDecimal("open"), promise.currency()),
                    true))
        .list();
  }

  private record Held(UUID item, @Nullable BigDecimal amount) {}

  /**
   * An item.
   *
   * @param open what of it can still be promised
   * @param whole whether that is all that is open
   */
  private record Open(ItemId id, Money open, boolean whole) {

    Open less(List<Held> holds) {
      Money left = open;
      for (Held hold : holds) {
        Money part = hold.amount() == null ? left : new Money(hold.amount(), open.currency());
        left = left.minus(part.min(left));
      }
      return new Open(id, left, holds.isEmpty());
    }
  }
}
