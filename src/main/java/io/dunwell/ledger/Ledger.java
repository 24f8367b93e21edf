package io.dunwell.ledger;

import io.dunwell.shared.Actor;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The books: a ledger that only grows. Whoever records joins the transaction of the act that causes
 * the entry, so both happen or neither does.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Ledger {

  private final Journal journal;
  private final RecordedEntries recorded;
  private final Balances balances;

  Ledger(Journal journal, RecordedEntries recorded, Balances balances) {
    this.journal = journal;
    this.recorded = recorded;
    this.balances = balances;
  }

  /**
   * Records the entry, or nothing if an entry with its key is there already.
   *
   * @return the number of the entry with that key
   * @throws RuleViolation {@code period.closed} if it is dated in a closed month, {@code
   *     entry.key-used-otherwise} if the entry with its key has another day or other postings
   */
  public long record(Entry entry) {
    return recordAll(List.of(entry)).get(0);
  }

  /**
   * Records the entries whose keys are not there yet, in one go.
   *
   * @return the number of the entry with each key, in the order given
   * @throws RuleViolation {@code period.closed} if one is dated in a closed month, {@code
   *     entry.key-used-otherwise} if an entry with its key has another day or other postings
   */
  public List<Long> recordAll(List<Entry> entries) {
    return journal.write(entries).numbers();
  }

  /**
   * Records as {@link #recordAll} does, for a caller who keeps something in step with the ledger
   * and must not move it again when an act is told once more.
   *
   * @return the keys that were not there yet
   */
  public Set<String> recordNew(List<Entry> entries) {
    return journal.write(entries).fresh();
  }

  /**
   * Takes an entry back with an entry of the opposite amounts.
   *
   * @param key of the entry to take back
   * @param newKey of the reversal
   * @throws RuleViolation {@code entry.unknown}, {@code entry.already-reversed}, {@code
   *     entry.key-used-otherwise}, or {@code period.closed}
   */
  public long reverse(String key, String newKey, LocalDate effectiveOn, Actor by) {
    return record(recorded.reversalOf(key, newKey, effectiveOn, by));
  }

  /**
   * Takes an entry back as {@link #reverse} does.
   *
   * @return whether it was this call that did, and not an earlier one under the same key
   */
  public boolean reverseNew(String key, String newKey, LocalDate effectiveOn, Actor by) {
    return !recordNew(List.of(recorded.reversalOf(key, newKey, effectiveOn, by))).isEmpty();
  }

  /** The sum of an account in one currency at the end of a day. */
  @Transactional(readOnly = true)
  public Money balance(Account account, Currency currency, LocalDate asOf) {
    return balances.ofAccount(account, currency, asOf);
  }

  /** What an open item or a receipt is worth at the end of a day. */
  @Transactional(readOnly = true)
  public Money balance(Account account, UUID item, Currency currency, LocalDate asOf) {
    return balances.ofItem(account, item, currency, asOf);
  }

  /**
   * Every account that holds or held something, per currency.
   *
   * @param asOf the last day that counts
   * @param knownBy only what was recorded until then; null for all that is known
   */
  @Transactional(readOnly = true)
  public List<TrialBalanceLine> trialBalance(LocalDate asOf, @Nullable Instant knownBy) {
    return balances.trialBalance(asOf, knownBy);
  }
}
