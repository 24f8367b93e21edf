package io.dunwell.resolution;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what came for the open promises, from the receipts themselves. Money counts for one promise
 * only: first for those about certain items, then for the one whose last day comes first.
 */
@Component
class CashSincePromises {

  /**
   * A receipt that paid items the promise is not about does not count for it. Promises that were
   * decided have had their share and are asked for it first.
   */
  private static final String CAME =
      """
      select p.id, w.wanted, r.id as receipt, r.received_on, r.amount as whole,
             r.amount - coalesce(elsewhere.amount, 0) as amount
      from resolution.promise p
      join lateral (
        select case p.state when 'OPEN' then sum(t.amount) else sum(t.received) end as wanted,
               max(t.grace_until) as last_on
        from resolution.promise_part t where t.promise = p.id
      ) w on true
      join receipts.v_receipt r on r.customer = p.customer and r.currency = p.currency
       and r.received_on between p.made_on and least(:day, w.last_on, p.decided_on)
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
      where p.state <> 'REPLACED' and exists (
        select 1 from resolution.promise o
        where o.state = 'OPEN' and o.customer = p.customer and o.currency = p.currency)
      order by p.state = 'OPEN',
        exists (select 1 from resolution.promise_item i where i.promise = p.id) desc,
        w.last_on, p.id, r.received_on, r.id
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
    Map<UUID, BigDecimal> left = new HashMap<>();
    Map<UUID, BigDecimal> wanted = new HashMap<>();
    Map<UUID, List<Cash.Came>> came = new HashMap<>();
    for (Candidate each : jdbc.sql(CAME).param("day", day).query(Candidate::of).list()) {
      BigDecimal money = left.getOrDefault(each.receipt(), each.whole()).min(each.amount());
      BigDecimal taken = money.min(wanted.getOrDefault(each.promise(), each.wanted()));
      if (taken.signum() > 0) {
        left.merge(each.receipt(), each.whole().subtract(taken), (now, n) -> now.subtract(taken));
        wanted.merge(
            each.promise(), each.wanted().subtract(taken), (now, n) -> now.subtract(taken));
        came.computeIfAbsent(each.promise(), promise -> new ArrayList<>())
            .add(new Cash.Came(each.receivedOn(), taken));
      }
    }
    Map<UUID, Cash> cash = new HashMap<>();
    came.forEach((promise, receipts) -> cash.put(promise, new Cash(receipts)));
    return cash;
  }

  /** The promises of which something is still to be paid. */
  Set<UUID> owing() {
    return jdbc.sql(OWING).query(UUID.class).set();
  }

  /**
   * A receipt that may count for a promise.
   *
   * @param wanted everything that the promise is about
   * @param amount what of the receipt paid nothing else
   */
  private record Candidate(
      UUID promise,
      BigDecimal wanted,
      UUID receipt,
      LocalDate receivedOn,
      BigDecimal whole,
      BigDecimal amount) {

    static Candidate of(ResultSet row, int n) throws SQLException {
      return new Candidate(
          row.getObject("id", UUID.class),
          row.getBigDecimal("wanted"),
          row.getObject("receipt", UUID.class),
          row.getObject("received_on", LocalDate.class),
          row.getBigDecimal("whole"),
          row.getBigDecimal("amount"));
    }
  }
}
