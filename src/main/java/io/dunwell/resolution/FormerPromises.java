package io.dunwell.resolution;

import io.dunwell.receivables.ItemId;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds out what a new word means for those given before. One about other items stands beside them;
 * so does one about the same items, or the whole account, as long as there is enough to pay for all
 * of them. Otherwise the last word counts.
 */
@Component
class FormerPromises {

  private static final String OWED =
      """
      select coalesce(sum(open), 0) from receivables.v_open_item
      where customer = :customer and currency = :currency and open > 0
        and (:everything or id = any(cast(:items as uuid[])))
      """;

  private final GivenPromises promises;
  private final Holds holds;
  private final JdbcClient jdbc;

  FormerPromises(GivenPromises promises, Holds holds, JdbcClient jdbc) {
    this.promises = promises;
    this.holds = holds;
    this.jdbc = jdbc;
  }

  /**
   * Replaces those that the new one is meant instead of.
   *
   * @return the holds of those that stand
   */
  Set<UUID> makeWayFor(NewPromise promise, Actor by) {
    List<Promise> open =
        promises.findByCustomerAndCurrencyAndStateOrderById(
            promise.customer().value(), promise.currency().getCurrencyCode(), PromiseState.OPEN);
    List<Promise> same = open.stream().filter(former -> about(former, promise)).toList();
    List<Promise> standing = new ArrayList<>(open);
    if (exceeds(same, promise)) {
      same.forEach(former -> replace(former, promise, by));
      promises.flush();
      standing.removeAll(same);
    }
    Set<UUID> held = new HashSet<>();
    standing.forEach(former -> held.addAll(former.holds()));
    return held;
  }

  /**
   * Whether both are about the same money: a word on single items leaves one on the whole alone.
   */
  private static boolean about(Promise former, NewPromise promise) {
    return promise.items().isEmpty()
        || promise.items().stream().map(ItemId::value).anyMatch(former.items()::contains);
  }

  private boolean exceeds(List<Promise> formers, NewPromise promise) {
    Set<UUID> items = new HashSet<>();
    promise.items().forEach(item -> items.add(item.value()));
    formers.forEach(former -> items.addAll(former.items()));
    BigDecimal owed =
        jdbc.sql(OWED)
            .param("customer", promise.customer().value())
            .param("currency", promise.currency().getCurrencyCode())
            .param("everything", promise.items().isEmpty())
            .param("items", items.stream().map(UUID::toString).toArray(String[]::new))
            .query(BigDecimal.class)
            .single();
    Money all =
        formers.stream()
            .map(Promise::outstanding)
            .map(left -> new Money(left, promise.currency()))
            .reduce(promise.total(), Money::plus);
    return all.amount().compareTo(owed) > 0;
  }

  private void replace(Promise former, NewPromise promise, Actor by) {
    former.replace(promise.madeOn());
    promises.save(former);
    holds.releaseAll(former.holds(), promise.madeOn(), "Another promise was given instead", by);
  }
}
