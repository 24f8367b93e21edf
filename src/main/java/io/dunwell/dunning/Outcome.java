package io.dunwell.dunning;

import io.dunwell.receivables.AccountKey;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a run did with an account.
 *
 * @param result ACTED, SKIPPED or FAILED
 * @param reason why nothing was done, or null
 * @param level the rung it acted at, or null
 * @param notice what was written, or null
 */
record Outcome(
    AccountKey account,
    Result result,
    @Nullable Reason reason,
    @Nullable Level level,
    @Nullable UUID notice) {

  enum Result {
    ACTED,
    SKIPPED,
    FAILED
  }

  static Outcome acted(AccountKey account, Level level, @Nullable UUID notice) {
    return new Outcome(account, Result.ACTED, null, level, notice);
  }

  static Outcome skipped(AccountKey account, Reason reason) {
    return new Outcome(account, Result.SKIPPED, reason, null, null);
  }

  static Outcome failed(AccountKey account, String sentence) {
    Reason reason = new Reason("account.failed", sentence);
    return new Outcome(account, Result.FAILED, reason, null, null);
  }
}
