package io.dunwell.unbilled;

import io.dunwell.shared.Actor;
import io.dunwell.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was said about unbilled things. It only grows. */
@Service
@Transactional
public class Explanations {

  private final JdbcClient jdbc;

  Explanations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void write(ChaseView chase, Explanation.Kind kind, Said said, LocalDate on, Actor by) {
    jdbc.sql(
            """
            insert into unbilled.explanation
              (id, root, chase, kind, reason, until_on, said_on, said_by)
            values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            Ids.next(),
            chase.item().root(),
            chase.id().value(),
            kind.name(),
            said.reason(),
            said.until(),
            on,
            by.name())
        .update();
  }

  /** All that was said about what began with that delivery line, the latest first. */
  @Transactional(readOnly = true)
  public List<Explanation> of(UUID root) {
    return jdbc.sql(
            "select root, kind, reason, until_on, said_on, said_by from unbilled.explanation"
                + " where root = ? order by said_on desc, recorded_at desc")
        .param(root)
        .query(Explanations::row)
        .list();
  }

  /**
   * The last word of each by that day, by root.
   *
   * @param day later words are left out
   */
  @Transactional(readOnly = true)
  public Map<UUID, Explanation> last(Collection<UUID> roots, LocalDate day) {
    Map<UUID, Explanation> last = new HashMap<>();
    jdbc.sql(
            """
            select distinct on (root) root, kind, reason, until_on, said_on, said_by
            from unbilled.explanation
            where root = any(cast(:roots as uuid[])) and said_on <= :day
            order by root, said_on desc, recorded_at desc""")
        .param("roots", ChaseTable.texts(roots))
        .param("day", day)
        .query(Explanations::row)
        .list()
        .forEach(each -> last.put(each.root(), each));
    return last;
  }

  private static Explanation row(ResultSet row, int n) throws SQLException {
    return new Explanation(
        row.getObject("root", UUID.class),
        Explanation.Kind.valueOf(row.getString("kind")),
        row.getString("reason"),
        row.getObject("until_on", LocalDate.class),
        row.getObject("said_on", LocalDate.class),
        row.getString("said_by"));
  }
}
