package io.dunwell.billing;

import io.dunwell.shared.Ids;
import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The unbilled register of some days, kept in tables so that pages of it are read as fast as of any
 * list. It is derived: whoever asks for a day has what changed since computed again before it is
 * read, contract by contract. {@code billing.v_register_line} has the lines.
 */
@Service
public class UnbilledRegister {

  private final JdbcClient jdbc;
  private final RegisterTables tables;
  private final TransactionTemplate writing;

  UnbilledRegister(
      JdbcClient jdbc, RegisterTables tables, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.tables = tables;
    this.writing = new TransactionTemplate(transactions);
    this.writing.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * Brings the register of a day up to date.
   *
   * @param invoicesSince invoices dated before that day are not looked at; null for all
   * @return what its lines are found by in {@code billing.v_register_line}
   */
  public UUID of(LocalDate day, @Nullable LocalDate invoicesSince) {
    RegisterTables.Wanted wanted = new RegisterTables.Wanted(day, invoicesSince, false);
    UUID current = tables.current(wanted);
    return current != null ? current : brought(List.of(wanted)).get(0);
  }

  /** What the months ended with, the earliest first: one row for each month and currency. */
  public List<UnbilledMonth> trend(LocalDate until, int months) {
    UUID last = of(until, null);
    List<RegisterTables.Wanted> ends =
        IntStream.range(1, months)
            .mapToObj(back -> YearMonth.from(until).minusMonths(months - back).atEndOfMonth())
            .map(day -> new RegisterTables.Wanted(day, null, true))
            .toList();
    if (ends.stream().anyMatch(end -> tables.current(end) == null)) {
      brought(ends);
    }
    return jdbc.sql(
            """
            select g.as_of, s.currency, sum(s.count) as count, sum(s.value) as value
            from billing.register g join billing.register_sum s on s.register = g.id
            where g.summed and g.as_of = any(cast(:days as date[]))
            group by g.as_of, s.currency
            union all
            select cast(:until as date), currency, count(*), coalesce(sum(value), 0)
            from billing.register_line where register = :last group by currency
            order by 1, 2""")
        .param("days", ends.stream().map(end -> end.day().toString()).toArray(String[]::new))
        .param("until", until)
        .param("last", last)
        .query(
            (row, n) ->
                new UnbilledMonth(
                    row.getObject("as_of", LocalDate.class),
                    row.getInt("count"),
                    Money.rounded(
                        row.getBigDecimal("value"),
                        Currency.getInstance(row.getString("currency")))))
        .list();
  }

  /** Has everything computed anew when it is asked for next. */
  public void forget() {
    writing.executeWithoutResult(status -> tables.forget());
  }

  private List<UUID> brought(List<RegisterTables.Wanted> wanted) {
    return writing.execute(
        status -> {
          tables.lock();
          tables.hear();
          List<UUID> ids = wanted.stream().map(this::brought).toList();
          tables.evict();
          return ids;
        });
  }

  private UUID brought(RegisterTables.Wanted wanted) {
    UUID kept = tables.find(wanted);
    if (kept == null) {
      UUID id = Ids.next();
      tables.compute(id, wanted);
      return id;
    }
    tables.computeDue(kept, wanted);
    return kept;
  }
}
