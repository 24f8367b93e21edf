package io.dunwell.contracts;

import io.dunwell.party.CustomerId;
import io.dunwell.shared.Page;
import io.dunwell.shared.RuleViolation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists contracts page by page. */
@Component
class ContractSearch {

  private static final Map<String, String> SORTS =
      Map.of(
          "number", "v.number",
          "customer", "lower(c.name)",
          "title", "lower(v.title)",
          "until", "v.valid_until",
          "owner", "v.owner");

  private final JdbcClient jdbc;

  ContractSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Page<ContractSummary> find(ContractQuery query, int page, int size) {
    Map<String, Object> values = new HashMap<>();
    values.put("asOf", query.asOf());
    String from =
        " from contracts.v_contract_on(:asOf) v join party.v_customer c on c.id = v.customer"
            + conditions(query, values);
    long total = jdbc.sql("select count(*)" + from).params(values).query(Long.class).single();
    return new Page<>(
        jdbc.sql(
                """
                select v.*, c.number customer_number, c.name customer_name,
                       (select max(a.number) from contracts.agreement a
                         where a.contract = v.id) versions,
                       (select count(*) from contracts.price_line p
                         where p.agreement = v.agreement) price_lines"""
                    + from
                    + " order by "
                    + order(query.sort())
                    + ", v.number limit :size offset :offset")
            .params(values)
            .param("size", size)
            .param("offset", (long) page * size)
            .query(ContractSearch::summary)
            .list(),
        page,
        size,
        total);
  }

  private static String conditions(ContractQuery query, Map<String, Object> values) {
    StringBuilder where = new StringBuilder(" where true");
    if (query.text() != null && !query.text().isBlank()) {
      where.append(
          " and (v.number ilike :text or v.title ilike :text or v.po_number ilike :text"
              + " or c.number ilike :text or c.name ilike :text)");
      values.put("text", Patterns.containing(query.text()));
    }
    if (query.customer() != null) {
      where.append(" and v.customer = :customer");
      values.put("customer", query.customer().value());
    }
    if (query.billingRule() != null) {
      where.append(" and v.billing_rule = :rule");
      values.put("rule", query.billingRule().name());
    }
    if (query.ended() != null) {
      where
          .append(query.ended() ? " and v.valid_until < :asOf" : " and not")
          .append(query.ended() ? "" : " coalesce(v.valid_until < :asOf, false)");
    }
    return where.toString();
  }

  private static String order(@Nullable String sort) {
    String wanted = sort == null || sort.isBlank() ? "number" : sort;
    boolean down = wanted.startsWith("-");
    String column = SORTS.get(down ? wanted.substring(1) : wanted);
    if (column == null) {
      throw new RuleViolation(
          "contract.unsortable",
          "Contracts sort by "
              + String.join(", ", SORTS.keySet().stream().sorted().toList())
              + ".");
    }
    return column + (down ? " desc nulls first" : " nulls last");
  }

  private static ContractSummary summary(ResultSet row, int number) throws SQLException {
    return new ContractSummary(
        new ContractId(row.getObject("id", UUID.class)),
        row.getString("number"),
        row.getInt("version"),
        row.getInt("versions"),
        new CustomerId(row.getObject("customer", UUID.class)),
        row.getString("customer_number"),
        row.getString("customer_name"),
        row.getString("title"),
        Currency.getInstance(row.getString("currency")),
        BillingRule.valueOf(row.getString("billing_rule")),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_until", LocalDate.class),
        row.getString("po_number"),
        row.getString("owner"),
        row.getBoolean("proof_required"),
        row.getInt("price_lines"));
  }
}
