package io.dunwell.dunning;

import io.dunwell.dunning.AccountFacts.OpenCase;
import io.dunwell.receivables.AccountKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the facts are made of from the published views of the other modules. */
@Component
class FactQueries {

  private static final String ITEMS =
      """
      select i.id, i.document, i.number, i.label, i.kind, i.customer, i.currency, i.issued_on,
             i.due_on, i.amount, i.open, coalesce(l.level, 0) as level, l.courtesy_on,
             coalesce((select sum(p.amount) from ledger.v_amount p
                       where p.account = 'RECEIVABLE' and p.item = i.id
                         and p.effective_on > :day), 0) as later
      from unnest(cast(:customers as uuid[]), cast(:currencies as varchar[])) as k(customer, currency)
      join receivables.v_open_item i on i.customer = k.customer and i.currency = k.currency
      left join dunning.item_level l on l.item = i.id
      where i.open <> 0 and i.issued_on <= :day
      """;

  private static final String HOLDS =
      """
      select customer, currency, item, amount, reason, why, until_on
      from resolution.v_hold
      where customer = any(cast(:customers as uuid[])) and from_on <= :day
        and (until_on is null or until_on >= :day)
        and (released_on is null or released_on > :day)
      order by from_on, id
      """;

  private static final String STATES =
      """
      select k.customer, k.currency, coalesce(u.amount, 0) as unapplied, c.id as open_case,
             c.legal_decided_on is not null as legal_decided, c.contact_asked_on, v.email, v.number, v.name,
             greatest(
               (select max(n.acted_on) from dunning.notice n
                where n.customer = k.customer and n.currency = k.currency and n.status = 'DONE'
                  and n.acted_on <= :day),
               (select max(m.dated) from correspondence.v_letter m
                where m.customer = k.customer and m.currency = k.currency and m.stands
                  and m.template = 'manual' and m.dated <= :day)) as last_act_on,
             (select case when n.status = 'FAILED' then n.address end from dunning.notice n
              where n.customer = k.customer and n.currency = k.currency
                and n.letter is not null and n.status <> 'WITHDRAWN'
              order by n.acted_on desc limit 1) as refused_address
      from unnest(cast(:customers as uuid[]), cast(:currencies as varchar[])) as k(customer, currency)
      left join lateral (select v.amount from receipts.v_unapplied v
                         where v.customer = k.customer and v.currency = k.currency) u on true
      join party.v_customer v on v.id = k.customer
      left join dunning.dunning_case c
        on c.customer = k.customer and c.currency = k.currency and c.closed_on is null
      """;

  private static final String BANK =
      "select coalesce(last_statement_on, last_received_on) from receipts.v_bank_freshness";

  private final JdbcClient jdbc;

  FactQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<FactRows.Item> items(Collection<AccountKey> keys, LocalDate day) {
    return with(ITEMS, keys).param("day", day).query(FactQueries::item).list();
  }

  List<FactRows.Hold> holds(Collection<UUID> customers, LocalDate day) {
    return jdbc.sql(HOLDS)
        .param("customers", texts(customers))
        .param("day", day)
        .query(FactQueries::hold)
        .list();
  }

  List<FactRows.State> states(Collection<AccountKey> keys, LocalDate day) {
    return with(STATES, keys).param("day", day).query(FactQueries::state).list();
  }

  /** The day of the newest bank statement, or where there is none of the newest receipt. */
  @Nullable LocalDate bankStatementOn() {
    return jdbc.sql(BANK).query(LocalDate.class).optional().orElse(null);
  }

  private JdbcClient.StatementSpec with(String sql, Collection<AccountKey> keys) {
    return jdbc.sql(sql)
        .param("customers", texts(keys.stream().map(key -> key.customer().value()).toList()))
        .param(
            "currencies",
            keys.stream().map(key -> key.currency().getCurrencyCode()).toArray(String[]::new));
  }

  static String[] texts(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).toArray(String[]::new);
  }

  private static FactRows.Item item(ResultSet row, int n) throws SQLException {
    return new FactRows.Item(
        row.getObject("id", UUID.class),
        row.getObject("document", UUID.class),
        row.getString("number"),
        row.getString("label"),
        row.getString("kind"),
        key(row),
        row.getObject("issued_on", LocalDate.class),
        row.getObject("due_on", LocalDate.class),
        row.getBigDecimal("amount"),
        row.getBigDecimal("open"),
        row.getBigDecimal("later"),
        row.getInt("level"),
        row.getObject("courtesy_on", LocalDate.class));
  }

  private static FactRows.Hold hold(ResultSet row, int n) throws SQLException {
    return new FactRows.Hold(
        row.getObject("customer", UUID.class),
        row.getString("currency"),
        row.getObject("item", UUID.class),
        row.getBigDecimal("amount"),
        row.getString("reason"),
        row.getString("why"),
        row.getObject("until_on", LocalDate.class));
  }

  private static FactRows.State state(ResultSet row, int n) throws SQLException {
    UUID id = row.getObject("open_case", UUID.class);
    LocalDate asked = row.getObject("contact_asked_on", LocalDate.class);
    return new FactRows.State(
        key(row),
        row.getString("number"),
        row.getString("name"),
        row.getBigDecimal("unapplied"),
        id == null ? null : new OpenCase(id, row.getBoolean("legal_decided"), asked),
        row.getObject("last_act_on", LocalDate.class),
        row.getString("email"),
        row.getString("refused_address"));
  }

  private static AccountKey key(ResultSet row) throws SQLException {
    return AccountReader.key(row.getObject("customer", UUID.class), row.getString("currency"));
  }
}
