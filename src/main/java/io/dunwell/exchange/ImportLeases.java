package io.dunwell.exchange;

import io.dunwell.shared.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which worker has which import: one at a time, until its lease runs out. */
@Component
class ImportLeases {

  /** What a worker needs to know. */
  record Job(
      ImportId id,
      ImportKind kind,
      String profile,
      int profileVersion,
      @Nullable String dateOrder,
      boolean dryRun,
      String fileName,
      int cursor,
      @Nullable String cancelledBy,
      int attempts,
      Actor by) {}

  private static final String JOB =
      "id, kind, profile, profile_version, date_order, dry_run, file_name, cursor_row,"
          + " cancelled_by, attempts, requested_by";

  private final JdbcClient jdbc;

  ImportLeases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Takes the import for this worker, unless another one has it or it is done. */
  Optional<Job> lease(ImportId id, String worker, Duration lease) {
    return jdbc.sql(
            """
            update exchange.import
            set lease_owner = :worker, lease_until = clock_timestamp() + :lease * interval '1 ms',
              attempts = attempts + 1
            where id = (select id from exchange.import
              where id = :id and status = 'RUNNING' and lease_until < clock_timestamp()
              for update skip locked)
            returning\s"""
                + JOB)
        .param("id", id.value())
        .param("worker", worker)
        .param("lease", lease.toMillis())
        .query(ImportLeases::job)
        .optional();
  }

  /** Proves at the start of a chunk that the import is still ours, and locks its row. */
  Optional<Job> renew(ImportId id, String worker, Duration lease) {
    return jdbc.sql(
            """
            update exchange.import set lease_until = clock_timestamp() + :lease * interval '1 ms'
            where id = :id and lease_owner = :worker and status = 'RUNNING'
            returning\s"""
                + JOB)
        .param("id", id.value())
        .param("worker", worker)
        .param("lease", lease.toMillis())
        .query(ImportLeases::job)
        .optional();
  }

  /** Gives the import back after a breakdown; it may be taken again after the pause. */
  void giveBack(ImportId id, String worker, Duration pause) {
    jdbc.sql(
            "update exchange.import set lease_owner = null, lease_until = clock_timestamp()"
                + " + :pause * interval '1 ms' where id = :id and lease_owner = :worker")
        .param("id", id.value())
        .param("worker", worker)
        .param("pause", pause.toMillis())
        .update();
  }

  /** Imports that wait and that nobody works on. */
  List<ImportId> waiting() {
    return jdbc.sql(
            "select id from exchange.import where status = 'RUNNING'"
                + " and lease_until < clock_timestamp() order by requested_at")
        .query((row, index) -> new ImportId(row.getObject(1, UUID.class)))
        .list();
  }

  private static Job job(ResultSet row, int index) throws SQLException {
    return new Job(
        new ImportId(row.getObject("id", UUID.class)),
        ImportKind.valueOf(row.getString("kind")),
        row.getString("profile"),
        row.getInt("profile_version"),
        row.getString("date_order"),
        row.getBoolean("dry_run"),
        row.getString("file_name"),
        row.getInt("cursor_row"),
        row.getString("cancelled_by"),
        row.getInt("attempts"),
        new Actor(row.getString("requested_by")));
  }
}
