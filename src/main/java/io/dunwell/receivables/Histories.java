package io.dunwell.receivables;

import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The movements of an account, from the ledger. */
@Service
@Transactional(readOnly = true)
public class Histories {

  private static final String POSTINGS =
      """
      with posting as (
        select p.entry, p.effective_on, p.amount, p.reason, v.label
        from receivables.open_item i
        join receivables.v_open_item v on v.id = i.id
        join ledger.v_posting p on p.item = i.id and p.account = 'RECEIVABLE'
        where i.customer = :customer and i.currency = :currency
        union all
        select p.entry, p.effective_on, p.amount, p.reason, r.label
        from ledger.v_posting p
        join receipts.v_receipt r on r.id = p.item
        where p.account = 'UNAPPLIED_CASH' and p.customer = :customer and p.currency = :currency)
      select effective_on, reason, sum(amount) as amount,
             case when count(distinct label) = 1 then min(label) end as label
      from posting
      where effective_on <= :to
      group by entry, effective_on, reason
      having sum(amount) <> 0
      order by effective_on, entry
      """;

  private final JdbcClient jdbc;

  Histories(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What happened to the account from the first to the last day, both included. */
  public AccountHistory of(AccountKey account, LocalDate from, LocalDate to) {
    Currency currency = account.currency();
    Running running = new Running(from, Money.zero(currency));
    jdbc.sql(POSTINGS)
        .param("customer", account.customer().value())
        .param("currency", currency.getCurrencyCode())
        .param("to", to)
        .query(
            row -> {
              running.add(
                  row.getObject("effective_on", LocalDate.class),
                  row.getString("reason"),
                  row.getString("label"),
                  new Money(row.getBigDecimal("amount"), currency));
            });
    return new AccountHistory(account, from, to, running.opening, running.movements);
  }

  private static final class Running {

    private final LocalDate from;
    private final List<Movement> movements = new ArrayList<>();
    private Money opening;
    private Money balance;

    Running(LocalDate from, Money zero) {
      this.from = from;
      opening = zero;
      balance = zero;
    }

    void add(LocalDate on, String what, String label, Money amount) {
      balance = balance.plus(amount);
      if (on.isBefore(from)) {
        opening = balance;
      } else {
        movements.add(new Movement(on, what, label, amount, balance));
      }
    }
  }
}
