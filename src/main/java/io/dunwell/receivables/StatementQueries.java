package io.dunwell.receivables;

import io.dunwell.party.CustomerId;
import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what accounts looked like at the end of a day. */
@Component
class StatementQueries {

  private static final String ACCOUNTS =
      """
      with account as (
        select * from unnest(cast(:customers as uuid[]), cast(:currencies as varchar[]))
          as a(customer, currency))
      """;

  private static final String LINES =
      ACCOUNTS
          + """
          select v.id, v.number, v.label, v.kind, v.customer, v.currency, v.issued_on, v.due_on,
                 v.amount, v.reference, i.worth
          from (
            select i.id, i.open - coalesce(
                case when i.moved_on > :day then (
                  select sum(p.amount) from ledger.v_amount p
                  where p.account = 'RECEIVABLE' and p.item = i.id and p.effective_on > :day) end,
                0) as worth
            from account a
            join receivables.open_item i
              on i.customer = a.customer and i.currency = a.currency and i.issued_on <= :day
            where i.open <> 0 or i.moved_on > :day) i
          join receivables.v_open_item v on v.id = i.id
          where i.worth <> 0
          order by v.due_on, v.number, v.instalment
          """;

  private static final String CASH =
      ACCOUNTS
          + """
          select p.customer, p.currency, -sum(p.amount) as cash
          from account a
          join ledger.v_amount p on p.customer = a.customer and p.currency = a.currency
          where p.account = 'UNAPPLIED_CASH' and p.effective_on <= :day
          group by p.customer, p.currency
          """;

  private final JdbcClient jdbc;

  StatementQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Map<AccountKey, List<StatementLine>> lines(Collection<AccountKey> accounts, LocalDate day) {
    Map<AccountKey, List<StatementLine>> lines = new HashMap<>();
    with(LINES, accounts, day)
        .query(
            row -> {
              lines.computeIfAbsent(key(row), key -> new ArrayList<>()).add(line(row, day));
            });
    return lines;
  }

  Map<AccountKey, Money> cash(Collection<AccountKey> accounts, LocalDate day) {
    Map<AccountKey, Money> cash = new HashMap<>();
    with(CASH, accounts, day)
        .query(
            row -> {
              AccountKey key = key(row);
              cash.put(key, new Money(row.getBigDecimal("cash"), key.currency()));
            });
    return cash;
  }

  private JdbcClient.StatementSpec with(
      String sql, Collection<AccountKey> accounts, LocalDate day) {
    return jdbc.sql(sql)
        .param(
            "customers", accounts.stream().map(a -> a.customer().toString()).toArray(String[]::new))
        .param(
            "currencies",
            accounts.stream().map(a -> a.currency().getCurrencyCode()).toArray(String[]::new))
        .param("day", day);
  }

  private static AccountKey key(ResultSet row) throws SQLException {
    return new AccountKey(
        new CustomerId(row.getObject("customer", UUID.class)),
        Currency.getInstance(row.getString("currency")));
  }

  private static StatementLine line(ResultSet row, LocalDate day) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    LocalDate dueOn = row.getObject("due_on", LocalDate.class);
    BigDecimal worth = row.getBigDecimal("worth");
    return new StatementLine(
        new ItemId(row.getObject("id", UUID.class)),
        row.getString("number"),
        row.getString("label"),
        DocumentKind.valueOf(row.getString("kind")),
        row.getObject("issued_on", LocalDate.class),
        dueOn,
        new Money(row.getBigDecimal("amount"), currency),
        new Money(worth, currency),
        Math.toIntExact(ChronoUnit.DAYS.between(dueOn, day)),
        row.getString("reference"));
  }
}
