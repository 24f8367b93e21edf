package io.dunwell.billing.process;

import io.dunwell.billing.process.BulkSubmission.Outcome;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Ids;
import io.dunwell.shared.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps which drafts are to be submitted and what became of them. Joins the transaction. */
@Component
class SubmissionBook {

  private static final String VIEW =
      """
      select s.id, s.run, s.started_by, s.started_at, d.*,
             (select case when bool_and(c.done_at is not null) then max(c.done_at) end
              from billing.submission_chunk c where c.submission = s.id) as finished_at
      from billing.submission s
      cross join lateral (
        select count(*) as drafts,
               count(*) filter (where x.outcome = 'SUBMITTED') as submitted,
               count(*) filter (where x.outcome = 'SUBMITTED' and i.number is not null) as issued,
               count(*) filter (where x.outcome = 'REFUSED') as refused,
               count(*) filter (where x.outcome = 'FAILED') as failed
        from billing.submission_draft x join billing.invoice i on i.id = x.invoice
        where x.submission = s.id) d
      where s.run = ? order by s.started_at desc limit 1""";

  private static final String DRAFTS =
      """
      from billing.submission_draft d
      join billing.invoice i on i.id = d.invoice
      join party.v_customer c on c.id = i.customer
      where d.submission = :submission and (:outcome::text is null
        or coalesce(d.outcome, 'WAITING') = :outcome)
      """;

  private final JdbcClient jdbc;
  private final JdbcOperations batches;

  SubmissionBook(JdbcClient jdbc, JdbcOperations batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** A draft whose turn it is, and whether somebody did something else with it. */
  record Turn(InvoiceId invoice, boolean overtaken) {}

  /** Locks the run, so that whoever else begins waits. */
  void lock(UUID run) {
    jdbc.sql("select id from billing.run where id = ? for update")
        .param(run)
        .query(UUID.class)
        .single();
  }

  Optional<SubmissionView> latest(UUID run) {
    return jdbc.sql(VIEW).param(run).query(SubmissionBook::view).optional();
  }

  /** Notes these chunks of drafts as to be submitted. */
  UUID plan(UUID run, List<List<InvoiceId>> chunks, Actor by) {
    UUID id = Ids.next();
    jdbc.sql("insert into billing.submission (id, run, started_by) values (?, ?, ?)")
        .params(id, run, by.name())
        .update();
    List<Object[]> numbers = new ArrayList<>();
    List<Object[]> drafts = new ArrayList<>();
    for (List<InvoiceId> chunk : chunks) {
      int no = numbers.size();
      numbers.add(new Object[] {id, no});
      chunk.forEach(draft -> drafts.add(new Object[] {id, draft.value(), no}));
    }
    batches.batchUpdate(
        "insert into billing.submission_chunk (submission, no) values (?, ?)", numbers);
    batches.batchUpdate(
        "insert into billing.submission_draft (submission, invoice, chunk) values (?, ?, ?)",
        drafts);
    return id;
  }

  Actor startedBy(UUID submission) {
    return new Actor(
        jdbc.sql("select started_by from billing.submission where id = ?")
            .param(submission)
            .query(String.class)
            .single());
  }

  /**
   * A chunk that nobody works at, locked until the transaction ends; empty once all are done. Where
   * each is worked at, it waits: a job whose turn was given to another meanwhile undoes its work,
   * and nobody else would come for it.
   */
  OptionalInt claim(UUID submission) {
    OptionalInt free = undone(submission, "for update skip locked");
    while (free.isEmpty() && undone(submission, "").isPresent()) {
      free = undone(submission, "for update");
    }
    return free;
  }

  private OptionalInt undone(UUID submission, String locking) {
    return jdbc
        .sql(
            """
            select no from billing.submission_chunk where submission = ? and done_at is null
            order by no limit 1\s"""
                + locking)
        .param(submission)
        .query(Integer.class)
        .stream()
        .mapToInt(Integer::intValue)
        .findFirst();
  }

  /** Those of the chunk's drafts that wait for their turn. */
  List<Turn> turns(UUID submission, int chunk) {
    return jdbc.sql(
            """
            select d.invoice, i.status <> 'DRAFT' as overtaken
            from billing.submission_draft d join billing.invoice i on i.id = d.invoice
            where d.submission = ? and d.chunk = ? and d.outcome is null
            order by i.customer, i.id""")
        .params(submission, chunk)
        .query(
            (row, n) ->
                new Turn(
                    new InvoiceId(row.getObject("invoice", UUID.class)),
                    row.getBoolean("overtaken")))
        .list();
  }

  void note(UUID submission, List<Outcome> outcomes) {
    batches.batchUpdate(
        """
        update billing.submission_draft set outcome = ?, why = ?
        where submission = ? and invoice = ? and outcome is null""",
        outcomes.stream()
            .map(
                each ->
                    new @Nullable Object[] {
                      each.kind(), each.refusal(), submission, each.invoice().value()
                    })
            .toList());
  }

  void done(UUID submission, int chunk) {
    jdbc.sql(
            """
            update billing.submission_chunk set done_at = clock_timestamp()
            where submission = ? and no = ?""")
        .params(submission, chunk)
        .update();
  }

  Page<SubmissionView.Draft> drafts(UUID submission, @Nullable String outcome, int page, int size) {
    long total =
        jdbc.sql("select count(*) " + DRAFTS)
            .param("submission", submission)
            .param("outcome", outcome)
            .query(Long.class)
            .single();
    List<SubmissionView.Draft> drafts =
        jdbc.sql(
                "select d.invoice, c.name as customer, i.contract_number as contract, d.outcome,"
                    + " d.why "
                    + DRAFTS
                    + " order by d.chunk, c.name, d.invoice limit :size offset :from")
            .param("submission", submission)
            .param("outcome", outcome)
            .param("size", size)
            .param("from", page * (long) size)
            .query(SubmissionView.Draft.class)
            .list();
    return new Page<>(drafts, page, size, total);
  }

  private static SubmissionView view(ResultSet row, int n) throws SQLException {
    Timestamp finished = row.getTimestamp("finished_at");
    return new SubmissionView(
        row.getObject("id", UUID.class),
        row.getObject("run", UUID.class),
        row.getInt("drafts"),
        row.getInt("submitted"),
        row.getInt("issued"),
        row.getInt("refused"),
        row.getInt("failed"),
        row.getString("started_by"),
        row.getTimestamp("started_at").toInstant(),
        finished == null ? null : finished.toInstant());
  }
}
