package io.dunwell.dunning;

import io.dunwell.dunning.RunReport.SkippedAccount;
import io.dunwell.dunning.RunReport.StageCount;
import io.dunwell.shared.RuleViolation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The reports of the daily runs. */
@Service
@Transactional(readOnly = true)
public class RunReports {

  private static final int LISTED = 1000;

  private static final String RUN =
      """
      select r.*, coalesce(a.acted, 0) as acted, coalesce(a.skipped, 0) as skipped,
             coalesce(a.failed, 0) as failed
      from dunning.run r
      left join lateral (
        select count(*) filter (where outcome = 'ACTED') as acted,
               count(*) filter (where outcome = 'SKIPPED') as skipped,
               count(*) filter (where outcome = 'FAILED') as failed
        from dunning.run_account where run = r.id) a on true
      """;

  private static final String STAGES =
      """
      select stage, step, count(*) as count from dunning.run_account
      where run = ? and outcome = 'ACTED' group by stage, step order by stage, step
      """;

  private static final String ACCOUNTS =
      """
      select v.number as customer, v.name, a.currency, a.outcome, a.code, a.sentence
      from dunning.run_account a join party.v_customer v on v.id = a.customer
      where a.run = :run and a.outcome <> 'ACTED'
      order by v.number, a.currency limit :limit offset :offset
      """;

  private final JdbcClient jdbc;

  RunReports(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The report of a run.
   *
   * @throws RuleViolation {@code run.unknown}
   */
  public RunReport of(UUID run) {
    return jdbc.sql(RUN + "where r.id = ?")
        .param(run)
        .query((row, n) -> report(row, stages(run), accounts(run, 0, LISTED)))
        .optional()
        .orElseThrow(() -> new RuleViolation("run.unknown", "There is no run " + run + "."));
  }

  /** The runs, latest day first, without their accounts. */
  public List<RunReport> list(int offset, int limit) {
    return jdbc.sql(RUN + "order by r.run_on desc, r.started_at desc limit ? offset ?")
        .params(limit, offset)
        .query((row, n) -> report(row, stages(row.getObject("id", UUID.class)), List.of()))
        .list();
  }

  /** How many runs there are. */
  public long count() {
    return jdbc.sql("select count(*) from dunning.run").query(Long.class).single();
  }

  /** The accounts that a run skipped, by customer number. */
  public List<SkippedAccount> accounts(UUID run, int offset, int limit) {
    return jdbc.sql(ACCOUNTS)
        .param("run", run)
        .param("limit", limit)
        .param("offset", offset)
        .query(SkippedAccount.class)
        .list();
  }

  private List<StageCount> stages(UUID run) {
    return jdbc.sql(STAGES).param(run).query(StageCount.class).list();
  }

  private static RunReport report(
      ResultSet row, List<StageCount> stages, List<SkippedAccount> accounts) throws SQLException {
    Instant started = instant(row, "started_at");
    return new RunReport(
        row.getObject("id", UUID.class),
        row.getObject("run_on", LocalDate.class),
        row.getBoolean("dry_run"),
        row.getString("status"),
        row.getInt("candidates"),
        row.getInt("acted"),
        row.getInt("skipped"),
        row.getInt("failed"),
        row.getInt("cases_closed"),
        stages,
        accounts,
        row.getString("started_by"),
        started == null ? Instant.EPOCH : started,
        instant(row, "finished_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
