package io.dunwell.unbilled;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what went before with many unbilled things at once. */
@Component
class Pasts {

  private static final String READ =
      """
      select r.root, b.prepared_on, c.ended_on, e.quiet_until
      from unnest(cast(:roots as uuid[])) as r (root)
      left join (
        select b.root, b.prepared_on from billing.v_root b
        where b.root = any(cast(:roots as uuid[]))) b on b.root = r.root
      left join (
        select root, max(ended_on) as ended_on from unbilled.chase
        where root = any(cast(:roots as uuid[])) and ended_as not in ('EXPLAINED', 'ACCEPTED')
        group by root) c on c.root = r.root
      left join (
        select distinct on (root) root, until_on as quiet_until from unbilled.explanation
        where root = any(cast(:roots as uuid[])) and kind in ('EXPLAINED', 'ACCEPTED')
        order by root, said_on desc, recorded_at desc) e on e.root = r.root
      """;

  private final JdbcClient jdbc;

  Pasts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Map<UUID, Past> of(Collection<UUID> roots) {
    Map<UUID, Past> pasts = new HashMap<>();
    jdbc.sql(READ)
        .param("roots", ChaseTable.texts(roots))
        .query(
            (row, n) ->
                new Past(
                    row.getObject("root", UUID.class),
                    row.getObject("prepared_on", LocalDate.class),
                    row.getObject("ended_on", LocalDate.class),
                    row.getObject("quiet_until", LocalDate.class)))
        .list()
        .forEach(past -> pasts.put(past.root(), past));
    return pasts;
  }
}
