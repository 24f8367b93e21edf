package io.dunwell.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists open tasks with their groups and what their cards show, in one statement each. */
@Component
class TaskList {

  /** The facts of a form stay away: only texts and numbers that a card can show. */
  private static final String SELECT =
      """
      select t.id_ as id, t.task_def_key_ as key, t.name_ as name, d.key_ as process,
             e.business_key_ as business_key, t.assignee_ as assignee,
             t.create_time_ as created_at, t.due_date_ as due_at, t.priority_ as priority,
             (select array_agg(l.group_id_ order by l.group_id_) from act_ru_identitylink l
               where l.task_id_ = t.id_ and l.group_id_ is not null) as groups,
             (select json_object_agg(v.name_, coalesce(v.text_, v.long_::text))
               from act_ru_variable v
               where (v.task_id_ = t.id_ or v.execution_id_ = t.execution_id_)
                 and v.type_ in ('string', 'integer', 'long')) as card
      from act_ru_task t
      join act_re_procdef d on d.id_ = t.proc_def_id_
      join act_ru_execution e on e.id_ = t.proc_inst_id_
      """;

  private static final String FOR_GROUPS =
      """
       where exists (select 1 from act_ru_identitylink l
         where l.task_id_ = t.id_ and l.group_id_ = any(:groups))
      """;

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  TaskList(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  List<TaskView> of(List<Group> groups, int page, int size) {
    return jdbc.sql(SELECT + FOR_GROUPS + " order by priority desc, id limit :size offset :offset")
        .param("groups", ids(groups))
        .param("size", size)
        .param("offset", (long) page * size)
        .query(this::task)
        .list();
  }

  long count(List<Group> groups) {
    return jdbc.sql("select count(*) from act_ru_task t" + FOR_GROUPS)
        .param("groups", ids(groups))
        .query(Long.class)
        .single();
  }

  List<TaskView> about(Collection<String> businessKeys) {
    return jdbc.sql(SELECT + " where e.business_key_ = any(:keys) order by created_at, id")
        .param("keys", businessKeys.toArray(String[]::new))
        .query(this::task)
        .list();
  }

  List<TaskView> withKey(String key, int limit) {
    return jdbc.sql(SELECT + " where t.task_def_key_ = :key order by created_at, id limit :limit")
        .param("key", key)
        .param("limit", limit)
        .query(this::task)
        .list();
  }

  Optional<TaskView> one(TaskId id) {
    return jdbc.sql(SELECT + " where t.id_ = :id")
        .param("id", id.value())
        .query(this::task)
        .optional();
  }

  /**
   * The same, and nobody else changes it until the transaction ends: a second click waits. Nor does
   * anybody change the other tasks of its process, which its completion may end.
   */
  Optional<TaskView> oneToChange(TaskId id) {
    jdbc.sql(
            """
            select t.id_ from act_ru_task t
            where t.proc_inst_id_ = (select s.proc_inst_id_ from act_ru_task s where s.id_ = ?)
            order by t.id_ for update""")
        .param(id.value())
        .query(String.class)
        .list();
    return jdbc.sql(SELECT + " where t.id_ = :id for update of t")
        .param("id", id.value())
        .query(this::task)
        .optional();
  }

  private static String[] ids(List<Group> groups) {
    return groups.stream().map(Group::id).toArray(String[]::new);
  }

  private TaskView task(ResultSet row, int number) throws SQLException {
    java.sql.Array groups = row.getArray("groups");
    Timestamp due = row.getTimestamp("due_at");
    return new TaskView(
        new TaskId(row.getString("id")),
        row.getString("key"),
        row.getString("name"),
        row.getString("process"),
        row.getString("business_key"),
        groups == null ? Set.of() : Set.of((String[]) groups.getArray()),
        row.getString("assignee"),
        instant(row.getTimestamp("created_at")),
        due == null ? null : instant(due),
        row.getInt("priority"),
        card(row.getString("card")));
  }

  /** The engine writes its times without a zone, in that of the JVM, which is UTC. */
  private static Instant instant(Timestamp written) {
    return written.toLocalDateTime().toInstant(ZoneOffset.UTC);
  }

  private Map<String, Object> card(@Nullable String text) {
    if (text == null) {
      return Map.of();
    }
    try {
      return json.readValue(text, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("PostgreSQL wrote no JSON: " + text, e);
    }
  }
}
