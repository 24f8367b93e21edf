package io.dunwell.receivables;

import io.dunwell.party.CustomerId;
import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Statements of account as of any day. */
@Service
@Transactional(readOnly = true)
public class Statements {

  private final StatementQueries queries;

  Statements(StatementQueries queries) {
    this.queries = queries;
  }

  /** The account at the end of that day. */
  public Statement of(CustomerId customer, Currency currency, LocalDate asOf) {
    AccountKey account = new AccountKey(customer, currency);
    return statement(
        account,
        asOf,
        queries.lines(Set.of(account), asOf).getOrDefault(account, List.of()),
        queries.cash(Set.of(account), asOf).getOrDefault(account, Money.zero(currency)));
  }

  /** {@link #of} for many accounts with a constant number of statements. */
  public Map<AccountKey, Statement> ofAll(Collection<AccountKey> accounts, LocalDate asOf) {
    Map<AccountKey, List<StatementLine>> lines = queries.lines(accounts, asOf);
    Map<AccountKey, Money> cash = queries.cash(accounts, asOf);
    Map<AccountKey, Statement> statements = new HashMap<>();
    for (AccountKey account : accounts) {
      statements.put(
          account,
          statement(
              account,
              asOf,
              lines.getOrDefault(account, List.of()),
              cash.getOrDefault(account, Money.zero(account.currency()))));
    }
    return statements;
  }

  private static Statement statement(
      AccountKey account, LocalDate asOf, List<StatementLine> lines, Money cash) {
    return new Statement(account, asOf, lines, strip(account.currency(), lines, cash), cash);
  }

  /** The same rules as the ageing report's: a test holds them together. */
  private static AgeingRow strip(Currency currency, List<StatementLine> lines, Money cash) {
    List<Integer> limits = AgeingQuery.LIMITS;
    Money notDue = Money.zero(currency);
    Money unapplied = cash.negated();
    List<Money> buckets =
        new ArrayList<>(Collections.nCopies(limits.size() + 1, Money.zero(currency)));
    for (StatementLine line : lines) {
      if (line.open().isNegative()) {
        unapplied = unapplied.plus(line.open());
      } else if (line.daysOverdue() <= 0) {
        notDue = notDue.plus(line.open());
      } else {
        int bucket = bucketOf(line.daysOverdue(), limits);
        buckets.set(bucket, buckets.get(bucket).plus(line.open()));
      }
    }
    return new AgeingRow(currency.getCurrencyCode(), null, null, null, notDue, buckets, unapplied);
  }

  private static int bucketOf(int daysOverdue, List<Integer> limits) {
    int bucket = 0;
    while (bucket < limits.size() && daysOverdue > limits.get(bucket)) {
      bucket++;
    }
    return bucket;
  }
}
