package io.dunwell.correspondence;

import io.dunwell.party.CustomerId;
import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads an account from what other modules publish, for letters that people write. */
@Component
class AccountLines {

  private final JdbcClient jdbc;

  AccountLines(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** An open item of the account, and whether a hold lies on all of it. */
  record Line(LetterLine line, boolean held) {}

  List<Line> open(CustomerId customer, Currency currency, LocalDate day) {
    return jdbc.sql(
            """
            select i.label, i.issued_on, i.due_on, i.amount, i.open,
                   (select min(h.why) from resolution.v_hold h
                     where h.customer = i.customer
                       and (h.currency is null or h.currency = i.currency)
                       and (h.item is null or h.item = i.id) and h.amount is null
                       and h.from_on <= :day and (h.until_on is null or h.until_on >= :day)
                       and (h.released_on is null or h.released_on > :day)) held
              from receivables.v_open_item i
             where i.customer = :customer and i.currency = :currency and i.open <> 0
             order by i.due_on, i.label""")
        .param("day", day)
        .param("customer", customer.value())
        .param("currency", currency.getCurrencyCode())
        .query(
            (rs, n) -> {
              LocalDate due = rs.getObject("due_on", LocalDate.class);
              String held = rs.getString("held");
              return new Line(
                  new LetterLine(
                      rs.getString("label"),
                      rs.getObject("issued_on", LocalDate.class),
                      due,
                      Math.toIntExact(ChronoUnit.DAYS.between(due, day)),
                      new Money(rs.getBigDecimal("amount"), currency),
                      new Money(rs.getBigDecimal("open"), currency),
                      0,
                      null),
                  held != null);
            })
        .list();
  }

  Money unapplied(CustomerId customer, Currency currency) {
    BigDecimal amount =
        jdbc.sql(
                """
                select coalesce(sum(amount), 0) from receipts.v_unapplied
                 where customer = ? and currency = ?""")
            .params(customer.value(), currency.getCurrencyCode())
            .query(BigDecimal.class)
            .single();
    return new Money(amount, currency);
  }
}
