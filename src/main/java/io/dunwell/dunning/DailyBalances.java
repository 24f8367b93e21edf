package io.dunwell.dunning;

import io.dunwell.receivables.ItemId;
import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Computes the simple interest that could be claimed on an item: each day on its balance. */
@Component
class DailyBalances {

  private static final BigDecimal DAYS_OF_YEAR_IN_PERCENT = BigDecimal.valueOf(36_500);

  private final JdbcClient jdbc;

  DailyBalances(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Days of the same balance, both inclusive.
   *
   * @param interest not rounded
   */
  record Period(LocalDate from, LocalDate to, long days, Money balance, BigDecimal interest) {}

  /** From the day after it was due until that day. */
  List<Period> of(
      ItemId item, Currency currency, LocalDate dueOn, LocalDate until, BigDecimal percent) {
    List<Period> periods = new ArrayList<>();
    LocalDate from = dueOn.plusDays(1);
    BigDecimal balance = BigDecimal.ZERO;
    for (Change change : changes(item)) {
      if (change.on().isAfter(from) && !change.on().isAfter(until)) {
        add(periods, from, change.on().minusDays(1), Money.rounded(balance, currency), percent);
        from = change.on();
      }
      balance = change.on().isAfter(until) ? balance : balance.add(change.amount());
    }
    add(periods, from, until, Money.rounded(balance, currency), percent);
    return periods;
  }

  private static void add(
      List<Period> periods, LocalDate from, LocalDate to, Money balance, BigDecimal percent) {
    long days = ChronoUnit.DAYS.between(from, to) + 1;
    if (days > 0 && balance.isPositive()) {
      BigDecimal interest =
          balance
              .amount()
              .multiply(percent)
              .multiply(BigDecimal.valueOf(days))
              .divide(DAYS_OF_YEAR_IN_PERCENT, MathContext.DECIMAL64);
      periods.add(new Period(from, to, days, balance, interest));
    }
  }

  private List<Change> changes(ItemId item) {
    return jdbc.sql(
            """
            select effective_on, sum(amount) as amount from ledger.v_posting
            where account = 'RECEIVABLE' and item = :item
            group by effective_on order by effective_on
            """)
        .param("item", item.value())
        .query(
            (row, n) ->
                new Change(
                    row.getObject("effective_on", LocalDate.class), row.getBigDecimal("amount")))
        .list();
  }

  private record Change(LocalDate on, BigDecimal amount) {}
}
