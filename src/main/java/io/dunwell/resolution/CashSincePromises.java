package io.dunwell.resolution;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what came for the open promises, from the receipts themselves. */
@Component
class CashSincePromises {

  /** A receipt that paid items the promise is not about does not count for it. */
  private static final String CAME =
      """
      select p.id, r.received_on, r.amount - coalesce(elsewhere.amount, 0) as amount
      from resolution.promise p
      join receipts.v_receipt r on r.customer = p.customer and r.currency = p.currency
       and r.received_on between p.made_on and :day
       and (r.received_on > p.made_on or r.recorded_at > p.recorded_at)
       and (r.cancelled_on is null or r.cancelled_on > :day)
      left join lateral (
        select sum(a.amount) as amount
        from receipts.v_allocation a
        where a.receipt = r.id and a.effective_on <= :day
          and (a.reversed_on is null or a.reversed_on > :day)
          and exists (select 1 from resolution.promise_item i where i.promise = p.id)
          and not exists (
            select 1 from resolution.promise_item i where i.promise = p.id and i.item = a.item)
      ) elsewhere on true
      where p.state = 'OPEN'
      """;

  private static final String OWING =
      """
      select p.id
      from resolution.promise p
      where p.state = 'OPEN' and exists (
        select 1 from receivables.v_open_item o
        where o.customer = p.customer and o.currency = p.currency and o.open > 0
          and (o.id in (select item from resolution.promise_item where promise = p.id)
            or not exists (select 1 from resolution.promise_item where promise = p.id)))
      """;

  private final JdbcClient jdbc;

  CashSincePromises(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** By promise; a promise that nothing came for is missing. */
  Map<UUID, Cash> upTo(LocalDate day) {
    return jdbc
        .sql(CAME)
        .param("day", day)
        .query(
            (row, n) ->
                Map.entry(
                    row.getObject("id", UUID.class),
                    new Cash.Came(
                        row.getObject("received_on", LocalDate.class),
                        row.getBigDecimal("amount"))))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey,
                Collectors.collectingAndThen(
                    Collectors.mapping(
                        Map.Entry<UUID, Cash.Came>::getValue, Collectors.<Cash.Came>toList()),
                    (List<Cash.Came> receipts) -> new Cash(receipts))));
  }

  /** The promises of which something is still to be paid. */
  Set<UUID> owing() {
    return jdbc.sql(OWING).query(UUID.class).set();
  }
}
