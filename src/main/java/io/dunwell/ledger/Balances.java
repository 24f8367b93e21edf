package io.dunwell.ledger;

import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sums of postings: what accounts and items are worth on a day. */
@Component
class Balances {

  private static final String KNOWN =
      "select account, currency, coalesce(sum(amount) filter (where amount > 0), 0) as debit,"
          + " coalesce(-sum(amount) filter (where amount < 0), 0) as credit from %s"
          + " where effective_on <= :asOf %s group by account, currency order by account, currency";

  private final JdbcClient jdbc;

  Balances(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Money ofAccount(Account account, Currency currency, LocalDate asOf) {
    return jdbc.sql(
            "select coalesce(sum(amount), 0) from ledger.posting"
                + " where account = ? and currency = ? and effective_on <= ?")
        .params(account.name(), currency.getCurrencyCode(), asOf)
        .query((row, n) -> new Money(row.getBigDecimal(1), currency))
        .single();
  }

  Money ofItem(Account account, UUID item, Currency currency, LocalDate asOf) {
    return jdbc.sql(
            "select coalesce(sum(amount), 0) from ledger.posting"
                + " where account = ? and item = ? and currency = ? and effective_on <= ?")
        .params(account.name(), item, currency.getCurrencyCode(), asOf)
        .query((row, n) -> new Money(row.getBigDecimal(1), currency))
        .single();
  }

  List<TrialBalanceLine> trialBalance(LocalDate asOf, @Nullable Instant knownBy) {
    if (knownBy == null) {
      return jdbc.sql(KNOWN.formatted("ledger.posting", ""))
          .param("asOf", asOf)
          .query(Balances::line)
          .list();
    }
    return jdbc.sql(KNOWN.formatted("ledger.v_posting", "and recorded_at <= :knownBy"))
        .param("asOf", asOf)
        .param("knownBy", OffsetDateTime.ofInstant(knownBy, ZoneOffset.UTC))
        .query(Balances::line)
        .list();
  }

  private static TrialBalanceLine line(ResultSet row, int number) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    BigDecimal debit = row.getBigDecimal("debit");
    BigDecimal credit = row.getBigDecimal("credit");
    return new TrialBalanceLine(
        Account.valueOf(row.getString("account")),
        new Money(debit, currency),
        new Money(credit, currency),
        new Money(debit.subtract(credit), currency));
  }
}
