package io.dunwell.resolution;

import io.dunwell.party.CustomerId;
import io.dunwell.party.Customers;
import io.dunwell.receivables.ItemId;
import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what people see of an account, as of a day. */
@Service
@Transactional(readOnly = true)
public class AccountSheets {

  private static final String ITEMS =
      """
      select o.id, o.label, o.issued_on, o.due_on, o.open,
             exists (select 1 from resolution.v_hold h
               where h.customer = o.customer and (h.currency is null or h.currency = o.currency)
                 and (h.item is null or h.item = o.id) and h.from_on <= :day
                 and (h.until_on is null or h.until_on >= :day)
                 and (h.released_on is null or h.released_on > :day)) as held
      from receivables.v_open_item o
      where o.customer = :customer and o.currency = :currency and o.open > 0
      order by o.due_on, o.id
      """;

  private final JdbcClient jdbc;
  private final Customers customers;

  AccountSheets(JdbcClient jdbc, Customers customers) {
    this.jdbc = jdbc;
    this.customers = customers;
  }

  /**
   * The account as of that day.
   *
   * @throws io.dunwell.shared.RuleViolation {@code customer.unknown}
   */
  public AccountSheet of(CustomerId customer, Currency currency, LocalDate day) {
    List<AccountSheet.Item> items = items(customer, currency, day);
    List<AccountSheet.Item> late = items.stream().filter(item -> item.daysOverdue() > 0).toList();
    Money overdue =
        late.stream().map(AccountSheet.Item::open).reduce(Money.zero(currency), Money::plus);
    int oldest = late.stream().mapToInt(AccountSheet.Item::daysOverdue).max().orElse(0);
    return new AccountSheet(customers.view(customer), overdue, oldest, items);
  }

  private List<AccountSheet.Item> items(CustomerId customer, Currency currency, LocalDate day) {
    return jdbc.sql(ITEMS)
        .param("customer", customer.value())
        .param("currency", currency.getCurrencyCode())
        .param("day", day)
        .query(
            (row, n) -> {
              LocalDate due = row.getObject("due_on", LocalDate.class);
              return new AccountSheet.Item(
                  new ItemId(row.getObject("id", UUID.class)),
                  row.getString("label"),
                  row.getObject("issued_on", LocalDate.class),
                  due,
                  Math.toIntExact(ChronoUnit.DAYS.between(due, day)),
                  Money.rounded(row.getBigDecimal("open"), currency),
                  row.getBoolean("held"));
            })
        .list();
  }
}
