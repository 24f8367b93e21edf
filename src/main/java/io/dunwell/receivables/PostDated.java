package io.dunwell.receivables;

import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Money that is on the books with a day that has not come: a cheque dated ahead, a payment on
 * order. It lowers nothing before its day, so reports show it apart.
 */
@Service
@Transactional(readOnly = true)
public class PostDated {

  private static final String AFTER =
      """
      select r.currency, sum(r.amount) as amount
      from receipts.v_receipt r
      where r.received_on > :day and r.cancelled_on is null
        and (cast(:customer as uuid) is null or r.customer = cast(:customer as uuid))
        and (cast(:currency as varchar) is null or r.currency = cast(:currency as varchar))
      group by r.currency order by r.currency
      """;

  private final JdbcClient jdbc;

  PostDated(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What was received, or will be, after the query's day by those that it is about. */
  public List<Money> of(AgeingQuery query) {
    return after(
        query.asOf(),
        query.customer() == null ? null : query.customer().value().toString(),
        query.currency());
  }

  /** The same of one account: zero if there is none. */
  public Money of(AccountKey account, LocalDate day) {
    return after(day, account.customer().value().toString(), account.currency()).stream()
        .findFirst()
        .orElse(Money.zero(account.currency()));
  }

  private List<Money> after(LocalDate day, @Nullable String customer, @Nullable Currency currency) {
    return jdbc.sql(AFTER)
        .param("day", day)
        .param("customer", customer)
        .param("currency", currency == null ? null : currency.getCurrencyCode())
        .query(
            (row, n) ->
                new Money(row.getBigDecimal("amount"), Currency.getInstance(row.getString(1))))
        .list();
  }
}
