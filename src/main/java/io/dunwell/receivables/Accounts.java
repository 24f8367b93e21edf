package io.dunwell.receivables;

import io.dunwell.party.CustomerId;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The lock on a customer's money in one currency. Whoever allocates, holds or chases takes it
 * first; it is kept until the caller's transaction ends.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Accounts {

  private static final String ENSURE =
      """
      insert into receivables.account (customer, currency)
      select * from unnest(cast(:customers as uuid[]), cast(:currencies as varchar[]))
      on conflict do nothing
      """;

  private static final String LOCK =
      """
      select 1 from receivables.account
      where (customer, currency) in
        (select * from unnest(cast(:customers as uuid[]), cast(:currencies as varchar[])))
      order by customer, currency
      for update
      """;

  private final JdbcClient jdbc;

  Accounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Waits for the account to be free and locks it. */
  public void lock(CustomerId customer, Currency currency) {
    lockAll(List.of(new AccountKey(customer, currency)));
  }

  /** Locks all of these accounts, in an order that nobody can get into a deadlock with. */
  public void lockAll(Collection<AccountKey> accounts) {
    ensure(accounts);
    with(LOCK, accounts).query(Integer.class).list();
  }

  /** Makes the accounts known, without a lock on those that already were. */
  void ensure(Collection<AccountKey> accounts) {
    with(ENSURE, accounts).update();
  }

  private JdbcClient.StatementSpec with(String sql, Collection<AccountKey> accounts) {
    List<AccountKey> sorted = List.copyOf(new TreeSet<>(accounts));
    return jdbc.sql(sql)
        .param(
            "customers",
            sorted.stream().map(key -> key.customer().value().toString()).toArray(String[]::new))
        .param(
            "currencies",
            sorted.stream().map(key -> key.currency().getCurrencyCode()).toArray(String[]::new));
  }
}
