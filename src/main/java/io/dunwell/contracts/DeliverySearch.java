package io.dunwell.contracts;

import io.dunwell.party.CustomerId;
import io.dunwell.shared.Page;
import io.dunwell.shared.RuleViolation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists deliveries page by page. */
@Component
class DeliverySearch {

  private static final Map<String, String> SORTS =
      Map.of(
          "date", "d.delivered_on",
          "number", "d.number",
          "customer", "lower(p.name)",
          "contract", "c.number");

  private static final String FROM =
      """
      from contracts.delivery d
      join contracts.v_contract c on c.id = d.contract
      join party.v_customer p on p.id = d.customer""";

  private static final String SELECT =
      """
      select d.id, d.number, d.contract, c.number contract_number, d.customer,
             p.number customer_number, p.name customer_name, d.kind, d.delivered_on,
             c.proof_required,
             (select count(*) from contracts.delivery_line l where l.delivery = d.id) lines,
             (select string_agg(l.item, ', ' order by l.position)
                from contracts.delivery_line l
               where l.delivery = d.id and l.position <= 3) items,
             (select count(*) from contracts.v_proof f where f.delivery = d.id) proofs,
             exists (select 1 from contracts.delivery_line l
                       join contracts.delivery_line r on r.returns_of = l.id
                      where l.delivery = d.id) came_back
      """;

  private final JdbcClient jdbc;

  DeliverySearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Page<DeliverySummary> find(DeliveryQuery query, int page, int size) {
    Map<String, Object> values = new HashMap<>();
    String from = FROM + conditions(query, values);
    long total = jdbc.sql("select count(*) " + from).params(values).query(Long.class).single();
    return new Page<>(
        jdbc.sql(
                SELECT
                    + from
                    + " order by "
                    + order(query.sort())
                    + ", d.id desc limit :size offset :offset")
            .params(values)
            .param("size", size)
            .param("offset", (long) page * size)
            .query(DeliverySearch::summary)
            .list(),
        page,
        size,
        total);
  }

  private static String conditions(DeliveryQuery query, Map<String, Object> values) {
    StringBuilder where = new StringBuilder(" where true");
    if (query.text() != null && !query.text().isBlank()) {
      where.append(
          " and (d.number ilike :text or c.number ilike :text or p.number ilike :text"
              + " or p.name ilike :text)");
      values.put("text", Patterns.containing(query.text()));
    }
    CustomerId customer = query.customer();
    ContractId contract = query.contract();
    DeliveryKind kind = query.kind();
    equal("d.customer", customer == null ? null : customer.value(), where, values);
    equal("d.contract", contract == null ? null : contract.value(), where, values);
    equal("d.kind", kind == null ? null : kind.name(), where, values);
    days(query, where, values);
    if (query.proofMissing() != null) {
      where
          .append(query.proofMissing() ? " and " : " and not ")
          .append("(c.proof_required and d.kind <> 'RETURN' and not exists")
          .append(" (select 1 from contracts.v_proof f where f.delivery = d.id))");
    }
    return where.toString();
  }

  private static void equal(
      String column, @Nullable Object value, StringBuilder where, Map<String, Object> values) {
    if (value != null) {
      String name = column.replace('.', '_');
      where.append(" and ").append(column).append(" = :").append(name);
      values.put(name, value);
    }
  }

  private static void days(DeliveryQuery query, StringBuilder where, Map<String, Object> values) {
    if (query.from() != null) {
      where.append(" and d.delivered_on >= :from");
      values.put("from", query.from());
    }
    if (query.until() != null) {
      where.append(" and d.delivered_on <= :until");
      values.put("until", query.until());
    }
  }

  private static String order(@Nullable String sort) {
    String wanted = sort == null || sort.isBlank() ? "-date" : sort;
    boolean down = wanted.startsWith("-");
    String column = SORTS.get(down ? wanted.substring(1) : wanted);
    if (column == null) {
      throw new RuleViolation(
          "delivery.unsortable",
          "Deliveries sort by "
              + String.join(", ", SORTS.keySet().stream().sorted().toList())
              + ".");
    }
    return column + (down ? " desc" : "");
  }

  private static DeliverySummary summary(ResultSet row, int number) throws SQLException {
    return new DeliverySummary(
        new DeliveryId(row.getObject("id", UUID.class)),
        row.getString("number"),
        new ContractId(row.getObject("contract", UUID.class)),
        row.getString("contract_number"),
        new CustomerId(row.getObject("customer", UUID.class)),
        row.getString("customer_number"),
        row.getString("customer_name"),
        DeliveryKind.valueOf(row.getString("kind")),
        row.getObject("delivered_on", LocalDate.class),
        row.getInt("lines"),
        row.getString("items"),
        row.getInt("proofs"),
        row.getBoolean("proof_required"),
        row.getBoolean("came_back"));
  }
}
