package io.dunwell.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dunwell.shared.Actor;
import io.dunwell.shared.TableCopy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where imports stand, and what they left behind: the side that writes. */
@Component
class ImportStore {

  /** A new import. */
  record Order(
      ImportId id,
      ImportKind kind,
      Profiles.Version profile,
      @Nullable String dateOrder,
      boolean dryRun,
      String fileName,
      Uploads.Stored file,
      Actor by) {}

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final ObjectMapper json;

  ImportStore(JdbcClient jdbc, JdbcTemplate template, ObjectMapper json) {
    this.jdbc = jdbc;
    this.template = template;
    this.json = json;
  }

  void create(Order order) {
    jdbc.sql(
            """
            insert into exchange.import (id, kind, profile, profile_version, date_order, dry_run,
              file_name, file_bytes, file_sha256, status, requested_by)
            values (:id, :kind, :profile, :version, :dateOrder, :dryRun, :fileName, :bytes, :sha,
              'RUNNING', :by)
            """)
        .param("id", order.id.value())
        .param("kind", order.kind.name())
        .param("profile", order.profile.profile().name())
        .param("version", order.profile.version())
        .param("dateOrder", order.dateOrder)
        .param("dryRun", order.dryRun)
        .param("fileName", order.fileName)
        .param("bytes", order.file.bytes())
        .param("sha", order.file.sha256())
        .param("by", order.by.name())
        .update();
  }

  void scanned(ImportId id, List<String> titles, int totalRows) {
    jdbc.sql("update exchange.import set titles = :titles, total_rows = :rows where id = :id")
        .param("titles", written(titles))
        .param("rows", totalRows)
        .param("id", id.value())
        .update();
  }

  /** Forgets what a dry run has found out so far: it starts again. */
  void restart(ImportId id) {
    jdbc.sql(
            "update exchange.import set cursor_row = 0, rows = 0, accepted = 0, duplicates = 0,"
                + " rejected = 0 where id = :id")
        .param("id", id.value())
        .update();
    for (String table : List.of("import_total", "problem", "quarantined_row")) {
      jdbc.sql("delete from exchange." + table + " where import = :id")
          .param("id", id.value())
          .update();
    }
  }

  /** Writes down what became of a chunk, in the transaction that booked it. */
  void progress(ImportId id, int cursor, int rows, Tally tally) {
    jdbc.sql(
            """
            update exchange.import set cursor_row = :cursor, rows = rows + :rows,
              accepted = accepted + :accepted, duplicates = duplicates + :duplicates,
              rejected = rejected + :rejected
            where id = :id
            """)
        .param("cursor", cursor)
        .param("rows", rows)
        .param("accepted", tally.accepted())
        .param("duplicates", tally.duplicates())
        .param("rejected", tally.kept().size())
        .param("id", id.value())
        .update();
    tally.totals().forEach((currency, sum) -> total(id, currency.getCurrencyCode(), sum));
    TableCopy.into(
        template,
        "exchange.problem (import, row_number, field, value, code, message, severity)",
        tally.problems(),
        (problem, row) ->
            row.add(id.value())
                .add(problem.row())
                .add(problem.field())
                .add(problem.value())
                .add(problem.code())
                .add(problem.message())
                .add(problem.severity().name()));
    TableCopy.into(
        template,
        "exchange.quarantined_row (import, row_number, cells, conflict, reading)",
        tally.kept(),
        (kept, row) ->
            row.add(id.value())
                .add(kept.row().number())
                .add(written(kept.row().texts()))
                .add(kept.reading() != null)
                .add(kept.reading() == null ? null : written(kept.reading())));
  }

  /** Rows in quarantine that have come again, mended or not, wait no longer where they were. */
  void resent(List<RowCells.Resent> rows) {
    template.batchUpdate(
        "update exchange.quarantined_row set decision = 'RESENT', decided_at = clock_timestamp()"
            + " where import = ? and row_number = ? and decision is null",
        rows.stream().map(each -> new Object[] {each.id(), each.number()}).toList());
  }

  void finish(ImportId id, ImportStatus status, @Nullable String code, @Nullable String sentence) {
    jdbc.sql(
            """
            update exchange.import set status = :status, refusal_code = :code, refusal = :sentence,
              lease_owner = null, finished_at = clock_timestamp()
            where id = :id
            """)
        .param("status", status.name())
        .param("code", code)
        .param("sentence", sentence)
        .param("id", id.value())
        .update();
  }

  /** Whether the import was running and is now told to stop. */
  boolean cancel(ImportId id, Actor by) {
    return jdbc.sql(
                "update exchange.import set cancelled_by = :by"
                    + " where id = :id and status in ('RUNNING', 'FAILED')")
            .param("by", by.name())
            .param("id", id.value())
            .update()
        == 1;
  }

  /** Whether the import had failed and may now be taken again. */
  boolean revive(ImportId id) {
    return jdbc.sql(
                "update exchange.import set status = 'RUNNING', attempts = 0, refusal_code = null,"
                    + " refusal = null, finished_at = null, lease_until = '-infinity'"
                    + " where id = :id and status = 'FAILED'")
            .param("id", id.value())
            .update()
        == 1;
  }

  private void total(ImportId id, String currency, Tally.Sum sum) {
    jdbc.sql(
            """
            insert into exchange.import_total as t (import, currency, count, amount)
            values (:id, :currency, :count, :amount)
            on conflict (import, currency) do update
            set count = t.count + excluded.count, amount = t.amount + excluded.amount
            """)
        .param("id", id.value())
        .param("currency", currency)
        .param("count", sum.count())
        .param("amount", sum.amount())
        .update();
  }

  private String written(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
