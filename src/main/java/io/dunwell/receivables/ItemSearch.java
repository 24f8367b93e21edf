package io.dunwell.receivables;

import io.dunwell.shared.Page;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists open items page by page, the oldest due first. */
@Component
class ItemSearch {

  private final JdbcClient jdbc;

  ItemSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Page<ItemView> find(ItemFilter filter, int page, int size) {
    Map<String, Object> values = new HashMap<>();
    String from = " from receivables.v_open_item" + conditions(filter, values);
    long total = jdbc.sql("select count(*)" + from).params(values).query(Long.class).single();
    return new Page<>(
        jdbc.sql(
                "select *"
                    + from
                    + " order by due_on, number, instalment limit :size offset :offset")
            .params(values)
            .param("size", size)
            .param("offset", (long) page * size)
            .query(ItemReader::item)
            .list(),
        page,
        size,
        total);
  }

  private static String conditions(ItemFilter filter, Map<String, Object> values) {
    StringBuilder where = new StringBuilder(" where true");
    if (filter.customer() != null) {
      where.append(" and customer = :customer");
      values.put("customer", filter.customer().value());
    }
    if (filter.currency() != null) {
      where.append(" and currency = :currency");
      values.put("currency", filter.currency().getCurrencyCode());
    }
    if (filter.settled() != null) {
      where.append(filter.settled() ? " and open = 0" : " and open <> 0");
    }
    if (filter.dueBefore() != null) {
      where.append(" and due_on < :dueBefore");
      values.put("dueBefore", filter.dueBefore());
    }
    if (filter.text() != null && !filter.text().isBlank()) {
      where.append(
          " and (position(lower(:text) in lower(number)) > 0"
              + " or position(lower(:text) in lower(coalesce(reference, ''))) > 0)");
      values.put("text", filter.text().strip());
    }
    return where.toString();
  }
}
