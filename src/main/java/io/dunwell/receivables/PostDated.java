package io.dunwell.receivables;

import io.dunwell.ledger.ExchangeRates;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
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
      select %s, r.currency, sum(r.amount) as amount
      from receipts.v_receipt r join party.v_customer c on c.id = r.customer
      where r.received_on > :day and r.cancelled_on is null
        and (cast(:customer as uuid) is null or r.customer = cast(:customer as uuid))
        and (cast(:currency as varchar) is null or r.currency = cast(:currency as varchar))
        and (cast(:collector as varchar) is null
          or coalesce(c.collector, 'unassigned') = cast(:collector as varchar))
      group by 1, 2, 3, r.currency order by 1, r.currency
      """;

  /**
   * What a report shows apart, for one of its rows.
   *
   * @param key as of {@link AgeingRow}; by items, the receipt's number
   * @param customer the customer's number, null where a row is about several
   * @param name the customer's name, null where a row is about several
   */
  public record Row(String key, @Nullable String customer, @Nullable String name, Money amount) {}

  private final JdbcClient jdbc;
  private final ExchangeRates rates;

  PostDated(JdbcClient jdbc, ExchangeRates rates) {
    this.jdbc = jdbc;
    this.rates = rates;
  }

  /** What was received, or will be, after the query's day by those that it is about. */
  public List<Money> of(AgeingQuery query) {
    return after(AgeingBy.TOTAL, query).stream().map(Row::amount).toList();
  }

  /**
   * The same by what the query's report is by, and in the currency that it is converted into.
   *
   * @throws RuleViolation {@code rate.missing} if it cannot be converted
   */
  public List<Row> rows(AgeingQuery query) {
    Currency in = query.in();
    List<Row> rows = after(query.by(), query);
    return in == null ? rows : rows.stream().map(row -> converted(row, in, query.asOf())).toList();
  }

  /** The same of one account: zero if there is none. */
  public Money of(AccountKey account, LocalDate day) {
    return of(
            AgeingQuery.of(day, AgeingBy.TOTAL)
                .ofCustomer(account.customer())
                .ofCurrency(account.currency()))
        .stream()
        .findFirst()
        .orElse(Money.zero(account.currency()));
  }

  private List<Row> after(AgeingBy by, AgeingQuery query) {
    return jdbc.sql(AFTER.formatted(columns(by)))
        .param("day", query.asOf())
        .param("customer", query.customer() == null ? null : query.customer().value().toString())
        .param("currency", query.currency() == null ? null : query.currency().getCurrencyCode())
        .param("collector", query.collector())
        .query(PostDated::row)
        .list();
  }

  private static String columns(AgeingBy by) {
    return switch (by) {
      case TOTAL -> "'total', null::text, null::text";
      case COLLECTOR -> "coalesce(c.collector, 'unassigned'), null::text, null::text";
      case CUSTOMER -> "c.number, c.number, c.name";
      case ITEM -> "r.label, c.number, c.name";
    };
  }

  private static Row row(ResultSet row, int index) throws SQLException {
    Money amount =
        new Money(row.getBigDecimal("amount"), Currency.getInstance(row.getString("currency")));
    return new Row(row.getString(1), row.getString(2), row.getString(3), amount);
  }

  private Row converted(Row row, Currency in, LocalDate day) {
    Money amount =
        rates
            .rate(row.amount().currency(), in, day)
            .map(rate -> Money.rounded(row.amount().amount().multiply(rate), in))
            .orElseThrow(
                () ->
                    new RuleViolation(
                        "rate.missing",
                        Words.sentence(
                            "There is no rate from %s to %s for %s. Enter one first.",
                            row.amount().currency(), in, day)));
    return new Row(row.key(), row.customer(), row.name(), amount);
  }
}
