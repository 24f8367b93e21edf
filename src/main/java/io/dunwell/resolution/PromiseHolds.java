package io.dunwell.resolution;

import io.dunwell.receivables.ItemId;
import io.dunwell.shared.Money;
import io.dunwell.shared.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
   */
  List<NewHold> of(NewPromise promise, LocalDate until) {
    List<Open> open = promise.items().isEmpty() ? overdue(promise) : named(promise);
    Money owed = open.stream().map(Open::open).reduce(Money.zero(promise.currency()), Money::plus);
    boolean everything = promise.total().compareTo(owed) >= 0;
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
      boolean whole = left.compareTo(item.open()) >= 0;
      holds.add(hold(promise, item.id(), whole ? null : left, until));
      left = left.minus(item.open().min(left));
    }
    return holds;
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
                    Money.rounded(row.getBigDecimal("open"), promise.currency())))
        .list();
  }

  private record Open(ItemId id, Money open) {}
}
