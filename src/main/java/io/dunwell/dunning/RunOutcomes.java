package io.dunwell.dunning;

import io.dunwell.receivables.AccountKey;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what a run did with each account, and why not more. */
@Component
class RunOutcomes {

  private static final String OUTCOME =
      """
      insert into dunning.run_account
        (run, customer, currency, outcome, code, sentence, stage, step, notice)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final JdbcClient jdbc;
  private final JdbcOperations batches;

  RunOutcomes(JdbcClient jdbc, JdbcOperations batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** Those of the accounts that the run has not come to yet. */
  List<AccountKey> untouched(UUID run, Collection<AccountKey> accounts) {
    Set<AccountKey> touched =
        new HashSet<>(
            jdbc.sql(
                    """
                    select customer, currency from dunning.run_account
                    where run = ? and customer = any(cast(? as uuid[]))
                    """)
                .params(
                    run,
                    FactQueries.texts(accounts.stream().map(k -> k.customer().value()).toList()))
                .query(
                    (row, n) -> AccountReader.key(row.getObject(1, UUID.class), row.getString(2)))
                .list());
    return accounts.stream().filter(key -> !touched.contains(key)).toList();
  }

  void note(UUID run, List<Outcome> outcomes) {
    batches.batchUpdate(OUTCOME, outcomes.stream().map(outcome -> row(run, outcome)).toList());
  }

  private static Object[] row(UUID run, Outcome outcome) {
    Reason reason = outcome.reason();
    Level level = outcome.level();
    return new @Nullable Object[] {
      run,
      outcome.account().customer().value(),
      outcome.account().currency().getCurrencyCode(),
      outcome.result().name(),
      reason == null ? null : reason.code(),
      reason == null ? null : reason.sentence(),
      level == null ? null : level.level(),
      level == null ? null : level.stage().name(),
      outcome.notice()
    };
  }
}
