package io.dunwell.dunning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows until which day interest was charged on items, and how their balances moved. */
@Component
class InterestBook {

  private final JdbcClient jdbc;

  InterestBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The last day charged, for items that interest was charged on. */
  Map<UUID, LocalDate> watermarks(Collection<UUID> items) {
    Map<UUID, LocalDate> watermarks = new HashMap<>();
    jdbc.sql(
            """
            select s.item, max(s.until_on) as until_on
            from dunning.interest_share s join dunning.charge c on c.id = s.charge
            where s.item = any(cast(:items as uuid[])) and c.taken_back_on is null
            group by s.item
            """)
        .param("items", FactQueries.texts(items))
        .query(
            row -> {
              watermarks.put(
                  row.getObject("item", UUID.class), row.getObject("until_on", LocalDate.class));
            });
    return watermarks;
  }

  /** Everything that changed what is owed on the items, by day. */
  Map<UUID, List<ChargeMath.Movement>> movements(Collection<UUID> items) {
    Map<UUID, List<ChargeMath.Movement>> movements = new HashMap<>();
    jdbc.sql(
            """
            select item, effective_on, amount from ledger.v_posting
            where account = 'RECEIVABLE' and item = any(cast(:items as uuid[]))
            """)
        .param("items", FactQueries.texts(items))
        .query(
            row -> {
              movements
                  .computeIfAbsent(row.getObject("item", UUID.class), item -> new ArrayList<>())
                  .add(
                      new ChargeMath.Movement(
                          row.getObject("effective_on", LocalDate.class),
                          row.getBigDecimal("amount")));
            });
    return movements;
  }
}
