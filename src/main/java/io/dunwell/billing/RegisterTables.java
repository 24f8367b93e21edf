package io.dunwell.billing;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables in which unbilled registers are kept, and what has to be computed again in them. */
@Component
class RegisterTables {

  /** So many whole registers are kept: today's, and the past days that were asked for last. */
  private static final int KEPT = 4;

  /** Beyond that it is cheaper to compute the register anew. */
  private static final int FEW_CONTRACTS = 500;

  private static final String WANTED =
      """
      select g.id from billing.register g
      where g.as_of = :day and g.summed = :summed
        and g.since = coalesce(cast(:since as date), date '-infinity')""";

  private static final String CURRENT =
      """
       and not exists (select 1 from billing.register_stale)
       and not exists (select 1 from billing.register_due d where d.register = g.id)
      """;

  /** What is noted for each change was committed with it: what is deleted here is seen after it. */
  private static final String HEAR =
      """
      with heard as (
        delete from billing.register_stale returning contract, since),
      changed as (
        select contract, min(since) as since from heard group by contract)
      insert into billing.register_due (register, contract)
      select g.id, c.contract
      from changed c join billing.register g on not g.summed or g.as_of >= c.since
      on conflict do nothing""";

  private static final String EVICT =
      """
      with old as (
        delete from billing.register where id in (
          select id from billing.register where not summed order by used_at desc offset :kept)
        returning id),
      due as (delete from billing.register_due where register in (select id from old))
      delete from billing.register_line where register in (select id from old)""";

  private final JdbcClient jdbc;
  private final RegisterCopies copies;

  RegisterTables(JdbcClient jdbc, RegisterCopies copies) {
    this.jdbc = jdbc;
    this.copies = copies;
  }

  /**
   * A register.
   *
   * @param since invoices dated before that day are not looked at; null for all
   * @param summed whether only each contract's sum is wanted
   */
  record Wanted(LocalDate day, @Nullable LocalDate since, boolean summed) {

    String table() {
      return summed ? "billing.register_sum" : "billing.register_line";
    }

    String sql(boolean some) {
      return summed ? RegisterSql.sums(some) : RegisterSql.lines(some);
    }
  }

  /** It, if nothing of it has to be computed again; else null. */
  @Nullable UUID current(Wanted wanted) {
    return asked(WANTED + CURRENT, wanted);
  }

  /** It, however old; null if there is none. */
  @Nullable UUID find(Wanted wanted) {
    return asked(WANTED, wanted);
  }

  /** One at a time brings registers up to date, whichever node it is on. */
  void lock() {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('billing.register', 0))")
        .query((row, n) -> true)
        .list();
  }

  void hear() {
    jdbc.sql(HEAR).update();
  }

  /** Computes what is not kept, as far as a register of a day nearby does not say it. */
  void compute(UUID id, Wanted wanted) {
    RegisterCopies.Beside beside = copies.find(wanted, FEW_CONTRACTS);
    begin(id, wanted);
    if (beside == null) {
      computeAll(id, wanted);
    } else {
      copies.copy(id, beside);
      computeSome(id, wanted, beside.differing());
    }
  }

  private void begin(UUID id, Wanted wanted) {
    jdbc.sql(
            """
            insert into billing.register (id, as_of, since, summed)
            values (:id, :day, coalesce(cast(:since as date), date '-infinity'), :summed)""")
        .param("id", id)
        .param("day", wanted.day())
        .param("since", wanted.since(), Types.DATE)
        .param("summed", wanted.summed())
        .update();
  }

  private void computeAll(UUID id, Wanted wanted) {
    // right after a load the statistics are old, and a loop over what seemed to be few rows is slow
    jdbc.sql("set local enable_nestloop = off").update();
    compute(id, wanted, false).update();
    jdbc.sql("set local enable_nestloop = on").update();
  }

  void computeDue(UUID id, Wanted wanted) {
    List<UUID> due =
        jdbc.sql("delete from billing.register_due where register = ? returning contract")
            .param(id)
            .query(UUID.class)
            .list();
    if (due.isEmpty()) {
      return;
    }
    jdbc.sql("update billing.register set used_at = clock_timestamp() where id = ?")
        .param(id)
        .update();
    if (due.size() > FEW_CONTRACTS) {
      jdbc.sql("delete from " + wanted.table() + " where register = ?").param(id).update();
      computeAll(id, wanted);
      return;
    }
    String[] contracts = RegisterCopies.texts(due);
    jdbc.sql(
            "delete from %s where register = ? and contract = any(cast(? as uuid[]))"
                .formatted(wanted.table()))
        .params(id, contracts)
        .update();
    computeSome(id, wanted, due);
  }

  private void computeSome(UUID id, Wanted wanted, List<UUID> contracts) {
    if (!contracts.isEmpty()) {
      compute(id, wanted, true).param("contracts", RegisterCopies.texts(contracts)).update();
    }
  }

  /** Whole registers that nobody asked for lately go. */
  void evict() {
    jdbc.sql(EVICT).param("kept", KEPT).update();
  }

  void forget() {
    lock();
    for (String table : List.of("register_line", "register_sum", "register_due", "register")) {
      jdbc.sql("delete from billing." + table).update();
    }
  }

  private JdbcClient.StatementSpec compute(UUID id, Wanted wanted, boolean some) {
    return jdbc.sql(wanted.sql(some))
        .param("register", id)
        .param("day", wanted.day())
        .param("since", wanted.since(), Types.DATE);
  }

  private @Nullable UUID asked(String sql, Wanted wanted) {
    return jdbc.sql(sql)
        .param("day", wanted.day())
        .param("since", wanted.since(), Types.DATE)
        .param("summed", wanted.summed())
        .query(UUID.class)
        .optional()
        .orElse(null);
  }
}
