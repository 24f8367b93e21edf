package io.dunwell.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Books;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the live books know of replays. Each call is its own transaction on the live books. */
@Repository
class ReplayRows {

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  ReplayRows(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void begin(ReplayId id, ReplayRequest request, int read, int rejected, Actor by) {
    live(
        () ->
            jdbc.sql(
                    """
                    insert into replay.replay (id, status, file_name, profile, policy, from_on,
                      to_on, people, rows_read, rows_rejected, requested_by)
                    values (?, 'RUNNING', ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                .params(
                    id.value(),
                    request.fileName(),
                    request.profile(),
                    request.policy(),
                    request.from(),
                    request.to(),
                    request.people().name(),
                    read,
                    rejected,
                    by.name())
                .update());
  }

  /** Notes a day as done, and tells whether someone asked to stop. */
  boolean dayDone(ReplayId id, LocalDate day) {
    return live(
        () ->
            jdbc.sql(
                    """
                    update replay.replay set day_on = ?, heartbeat_at = clock_timestamp()
                    where id = ? returning stop_requested
                    """)
                .params(day, id.value())
                .query(Boolean.class)
                .single());
  }

  void end(
      ReplayId id, ReplayStatus status, @Nullable String message, @Nullable ReplayReport report) {
    live(
        () ->
            jdbc.sql(
                    """
                    update replay.replay set status = ?, message = ?, report = ?,
                      ended_at = clock_timestamp()
                    where id = ? and status = 'RUNNING'
                    """)
                .params(status.name(), message, report == null ? null : write(report), id.value())
                .update());
  }

  boolean requestStop(ReplayId id) {
    return live(
        () ->
            jdbc.sql(
                        """
                        update replay.replay set stop_requested = true
                        where id = ? and status = 'RUNNING'
                        """)
                    .params(id.value())
                    .update()
                == 1);
  }

  /** Ends those whose node has not been heard of for minutes: their books stay readable. */
  void endAbandoned() {
    live(
        () ->
            jdbc.sql(
                    """
                    update replay.replay set status = 'FAILED', ended_at = clock_timestamp(),
                      message = 'The node that ran it went away. Start it again.'
                    where status = 'RUNNING'
                      and heartbeat_at < clock_timestamp() - interval '5 minutes'
                    """)
                .update());
  }

  void remove(ReplayId id) {
    live(() -> jdbc.sql("delete from replay.replay where id = ?").params(id.value()).update());
  }

  Optional<ReplayView> find(ReplayId id) {
    return live(
        () ->
            jdbc.sql("select * from replay.replay where id = ?")
                .params(id.value())
                .query(this::view)
                .optional());
  }

  List<ReplayView> newestFirst(int limit, long offset) {
    return live(
        () ->
            jdbc.sql("select * from replay.replay order by requested_at desc limit ? offset ?")
                .params(limit, offset)
                .query(this::view)
                .list());
  }

  long count() {
    return live(() -> jdbc.sql("select count(*) from replay.replay").query(Long.class).single());
  }

  private ReplayView view(ResultSet row, int number) throws SQLException {
    OffsetDateTime endedAt = row.getObject("ended_at", OffsetDateTime.class);
    return new ReplayView(
        new ReplayId(row.getString("id")),
        ReplayStatus.valueOf(row.getString("status")),
        row.getString("file_name"),
        row.getString("profile"),
        row.getString("policy"),
        row.getObject("from_on", LocalDate.class),
        row.getObject("to_on", LocalDate.class),
        People.valueOf(row.getString("people")),
        row.getObject("day_on", LocalDate.class),
        row.getInt("rows_read"),
        row.getInt("rows_rejected"),
        row.getString("message"),
        read(row.getString("report")),
        row.getString("requested_by"),
        instant(row.getObject("requested_at", OffsetDateTime.class)),
        endedAt == null ? null : instant(endedAt));
  }

  private static Instant instant(OffsetDateTime at) {
    return at.toInstant();
  }

  private String write(ReplayReport report) {
    try {
      return json.writeValueAsString(report);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private @Nullable ReplayReport read(@Nullable String report) {
    try {
      return report == null ? null : json.readValue(report, ReplayReport.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T extends @Nullable Object> T live(Supplier<T> work) {
    return Books.LIVE.within(work);
  }
}
