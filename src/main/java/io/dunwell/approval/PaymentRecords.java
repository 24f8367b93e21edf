package io.dunwell.approval;

import io.dunwell.party.CustomerId;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.annotation.Fallback;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Rates customers by how they pay: what is overdue now, and how late they were in the past year.
 */
@Component
@Fallback
class PaymentRecords implements CreditClasses {

  private static final String READ =
      """
      with late as (
        select currency, sum(open) as overdue, max(:today - due_on) as days
          from receivables.v_open_item
         where customer = :customer and open <> 0 and due_on < :today
         group by currency)
      select (select coalesce(max(l.days), 0)
                from late l
                left join receipts.v_unapplied u
                  on u.customer = :customer and u.currency = l.currency
               where l.overdue > coalesce(u.amount, 0)) as days_overdue,
             count(*) as settled,
             coalesce(round(avg(greatest(settled_on - due_on, 0))), 0) as days_late
        from receivables.v_open_item
       where customer = :customer and amount > 0 and settled_on between :yearAgo and :today""";

  private final JdbcClient jdbc;
  private final CreditSettings settings;
  private final Clock clock;

  PaymentRecords(JdbcClient jdbc, CreditSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public CreditClass of(CustomerId customer) {
    LocalDate today = LocalDate.now(clock);
    return jdbc.sql(READ)
        .param("customer", customer.value())
        .param("today", today)
        .param("yearAgo", today.minusYears(1))
        .query(
            (row, n) ->
                new PaymentRecord(
                    row.getInt("days_overdue"), row.getInt("settled"), row.getInt("days_late")))
        .single()
        .rated(settings);
  }
}
