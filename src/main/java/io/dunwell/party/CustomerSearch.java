package io.dunwell.party;

import io.dunwell.shared.Page;
import io.dunwell.shared.RuleViolation;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds customers by a part of their number or name. */
@Component
class CustomerSearch {

  private static final Map<String, String> SORTS =
      Map.of(
          "number", "number",
          "name", "lower(name), number",
          "country", "country, number",
          "collector", "collector nulls last, number");

  private final JdbcClient jdbc;

  CustomerSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Page<CustomerId> find(@Nullable String text, int page, int size, @Nullable String sort) {
    String pattern = text == null || text.isBlank() ? "%" : "%" + escaped(text.strip()) + "%";
    String where = " from party.customer where number ilike ? or name ilike ?";
    long total =
        jdbc.sql("select count(*)" + where).params(pattern, pattern).query(Long.class).single();
    List<CustomerId> ids =
        jdbc.sql("select id" + where + " order by " + order(sort) + " limit ? offset ?")
            .params(pattern, pattern, size, (long) page * size)
            .query((row, n) -> new CustomerId(row.getObject(1, UUID.class)))
            .list();
    return new Page<>(ids, page, size, total);
  }

  private static String order(@Nullable String sort) {
    String order = SORTS.get(sort == null || sort.isBlank() ? "number" : sort);
    if (order == null) {
      throw new RuleViolation(
          "customer.unsortable", "Customers sort by " + String.join(", ", SORTS.keySet()) + ".");
    }
    return order;
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
