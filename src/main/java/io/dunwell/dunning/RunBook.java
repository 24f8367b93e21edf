package io.dunwell.dunning;

import io.dunwell.receivables.AccountKey;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Ids;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what runs plan, do and find. Every call joins the caller's transaction. */
@Component
class RunBook {

  private static final String CHUNK =
      """
      select no, customers, currencies from dunning.run_chunk
      where run = ? and done_at is null order by no limit 1 for update
      """;

  private final JdbcClient jdbc;
  private final JdbcOperations batches;

  RunBook(JdbcClient jdbc, JdbcOperations batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** A run. */
  record Run(UUID id, LocalDate day, boolean dry, String status, String by) {

    boolean finished() {
      return status.equals("FINISHED");
    }

    boolean planned() {
      return !status.equals("PLANNING");
    }
  }

  /** Some of a run's accounts. */
  record Chunk(int no, List<AccountKey> accounts) {}

  /** The day's run, begun if nobody began it before; a dry run is always a new one. */
  UUID begin(LocalDate day, boolean dry, Actor by) {
    jdbc.sql(
            """
            insert into dunning.run (id, run_on, dry_run, status, started_by)
            values (?, ?, ?, 'PLANNING', ?) on conflict do nothing
            """)
        .params(Ids.next(), day, dry, by.name())
        .update();
    return jdbc.sql(
            """
            select id from dunning.run where run_on = ? and dry_run = ?
            order by started_at desc, id desc limit 1
            """)
        .params(day, dry)
        .query(UUID.class)
        .single();
  }

  /** The run, locked: whoever else plans or finishes it waits. */
  Run locked(UUID id) {
    return jdbc.sql("select * from dunning.run where id = ? for update")
        .param(id)
        .query(RunBook::run)
        .single();
  }

  Optional<Run> find(UUID id) {
    return jdbc.sql("select * from dunning.run where id = ?")
        .param(id)
        .query(RunBook::run)
        .optional();
  }

  @Nullable LocalDate lastFinished() {
    return jdbc.sql("select max(run_on) from dunning.run where not dry_run and status = 'FINISHED'")
        .query(LocalDate.class)
        .optional()
        .orElse(null);
  }

  void planned(UUID run, List<List<AccountKey>> chunks, int casesClosed) {
    List<Object[]> rows = new ArrayList<>();
    for (List<AccountKey> chunk : chunks) {
      rows.add(
          new Object[] {
            run,
            rows.size(),
            chunk.stream().map(key -> key.customer().value()).toArray(UUID[]::new),
            chunk.stream().map(key -> key.currency().getCurrencyCode()).toArray(String[]::new)
          });
    }
    batches.batchUpdate(
        "insert into dunning.run_chunk (run, no, customers, currencies) values (?, ?, ?, ?)", rows);
    jdbc.sql(
            """
            update dunning.run set status = 'RUNNING', candidates = ?, cases_closed = ? where id = ?
            """)
        .params(chunks.stream().mapToInt(List::size).sum(), casesClosed, run)
        .update();
  }

  /**
   * An unfinished chunk, locked until the transaction ends; empty if there is none.
   *
   * @param wait whether to wait for those that others are working at
   */
  Optional<Chunk> claim(UUID run, boolean wait) {
    return jdbc.sql(wait ? CHUNK : CHUNK + " skip locked")
        .param(run)
        .query(RunBook::chunk)
        .optional();
  }

  boolean anyUndone(UUID run) {
    return jdbc.sql(
            "select exists (select 1 from dunning.run_chunk where run = ? and done_at is null)")
        .param(run)
        .query(Boolean.class)
        .single();
  }

  void done(UUID run, int chunk) {
    jdbc.sql("update dunning.run_chunk set done_at = clock_timestamp() where run = ? and no = ?")
        .params(run, chunk)
        .update();
  }

  void finish(UUID run) {
    jdbc.sql(
            """
            update dunning.run set status = 'FINISHED', finished_at = clock_timestamp()
            where id = ? and status = 'RUNNING'
            """)
        .param(run)
        .update();
  }

  private static Run run(ResultSet row, int n) throws SQLException {
    return new Run(
        row.getObject("id", UUID.class),
        row.getObject("run_on", LocalDate.class),
        row.getBoolean("dry_run"),
        row.getString("status"),
        row.getString("started_by"));
  }

  private static Chunk chunk(ResultSet row, int n) throws SQLException {
    Array customers = row.getArray("customers");
    UUID[] ids = (UUID[]) customers.getArray();
    String[] currencies = (String[]) row.getArray("currencies").getArray();
    List<AccountKey> keys = new ArrayList<>();
    for (int i = 0; i < ids.length; i++) {
      keys.add(AccountReader.key(ids[i], currencies[i]));
    }
    return new Chunk(row.getInt("no"), keys);
  }
}
