package io.dunwell.dunning;

import io.dunwell.receivables.AccountKey;
import io.dunwell.receivables.Accounts;
import io.dunwell.shared.RuleViolation;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The collection cases: one open for each customer and currency with something to collect. */
@Service
@Transactional
public class Cases {

  private static final String OPEN =
      """
      insert into dunning.dunning_case (id, customer, currency, opened_on) values (?, ?, ?, ?)
      """;

  /** Nothing overdue and nothing that was ever chased is left of the account. */
  private static final String CLEARED =
      """
      select c.id from dunning.dunning_case c
      where c.closed_on is null
        and (cast(:customers as uuid[]) is null or c.customer = any(cast(:customers as uuid[])))
        and not exists (
          select 1 from receivables.v_open_item i
          left join dunning.item_level l on l.item = i.id
          where i.customer = c.customer and i.currency = c.currency and i.open > 0
            and (i.due_on < :day or l.item is not null))
      order by c.id
      """;

  private final JdbcClient jdbc;
  private final JdbcOperations batches;
  private final CaseReader reader;
  private final Accounts accounts;

  Cases(JdbcClient jdbc, JdbcOperations batches, CaseReader reader, Accounts accounts) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.reader = reader;
    this.accounts = accounts;
  }

  void open(Map<CaseId, AccountKey> cases, LocalDate on) {
    batches.batchUpdate(
        OPEN,
        cases.entrySet().stream()
            .map(
                entry ->
                    new Object[] {
                      entry.getKey().value(),
                      entry.getValue().customer().value(),
                      entry.getValue().currency().getCurrencyCode(),
                      on
                    })
            .toList());
  }

  /** Ends a case; one that has ended stays as it is. */
  void close(CaseId id, LocalDate on, String reason) {
    closeAll(List.of(id), on, reason);
  }

  void closeAll(Collection<CaseId> ids, LocalDate on, String reason) {
    jdbc.sql(
            """
            update dunning.dunning_case set closed_on = :on, close_reason = :reason
            where id = any(cast(:ids as uuid[])) and closed_on is null
            """)
        .param("on", on)
        .param("reason", reason)
        .param("ids", ids.stream().map(CaseId::toString).toArray(String[]::new))
        .update();
  }

  /** The contact task of these cases has been asked for. */
  void contactAsked(Collection<CaseId> ids, LocalDate on) {
    jdbc.sql(
            """
            update dunning.dunning_case set contact_asked_on = :on
            where id = any(cast(:ids as uuid[]))
            """)
        .param("on", on)
        .param("ids", ids.stream().map(CaseId::toString).toArray(String[]::new))
        .update();
  }

  /**
   * The open cases with nothing left to collect.
   *
   * @param customers only theirs, or null for all
   */
  List<CaseId> cleared(LocalDate day, @Nullable Collection<UUID> customers) {
    return jdbc
        .sql(CLEARED)
        .param("customers", customers == null ? null : FactQueries.texts(customers))
        .param("day", day)
        .query(UUID.class)
        .list()
        .stream()
        .map(CaseId::new)
        .toList();
  }

  /** The case's account, locked until the transaction ends. */
  AccountKey lockedAccount(CaseId id) {
    AccountKey key = account(id);
    accounts.lock(key.customer(), key.currency());
    return key;
  }

  /**
   * Whose case it is.
   *
   * @throws RuleViolation {@code case.unknown}
   */
  @Transactional(readOnly = true)
  public AccountKey account(CaseId id) {
    return jdbc.sql("select customer, currency from dunning.dunning_case where id = ?")
        .param(id.value())
        .query(
            (row, n) ->
                AccountReader.key(row.getObject("customer", UUID.class), row.getString("currency")))
        .optional()
        .orElseThrow(() -> unknown(id));
  }

  /**
   * The case.
   *
   * @throws RuleViolation {@code case.unknown}
   */
  @Transactional(readOnly = true)
  public CaseView view(CaseId id) {
    return reader.one(id).orElseThrow(() -> unknown(id));
  }

  /**
   * The cases, the latest opened first.
   *
   * @param open true for open ones, false for ended ones, null for all
   * @param customer only this customer's number, or null
   */
  @Transactional(readOnly = true)
  public List<CaseView> list(
      @Nullable Boolean open, @Nullable String customer, int offset, int limit) {
    return reader.list(open, customer, offset, limit);
  }

  /** How many {@link #list} would find. */
  @Transactional(readOnly = true)
  public long count(@Nullable Boolean open, @Nullable String customer) {
    return reader.count(open, customer);
  }

  private static RuleViolation unknown(CaseId id) {
    return new RuleViolation("case.unknown", "There is no collection case " + id + ".");
  }
}
