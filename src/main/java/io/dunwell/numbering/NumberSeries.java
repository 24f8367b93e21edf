package io.dunwell.numbering;

import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.RuleViolation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How numbers look, and which are used. */
@Service
@Transactional
public class NumberSeries {

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  NumberSeries(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  /**
   * A series.
   *
   * @param pattern for example {@code INV/{fy}/{seq:6}}
   * @param last the last number used, null if none is
   * @param used how many are used
   * @param cancelled how many of these stand for nothing any more
   */
  public record Series(
      DocumentSeries kind, String pattern, @Nullable String last, int used, int cancelled) {}

  /** Every series. */
  @Transactional(readOnly = true)
  public List<Series> all() {
    return jdbc.sql(
            """
            select s.kind, s.pattern, count(u.number), count(c.number),
                   (array_agg(u.number order by u.fiscal_year desc, u.seq desc))[1]
            from numbering.number_series s
            left join numbering.used_number u on u.kind = s.kind
            left join numbering.cancelled_number c on c.number = u.number
            group by s.kind, s.pattern order by s.kind""")
        .query(
            (row, n) ->
                new Series(
                    DocumentSeries.valueOf(row.getString(1)),
                    row.getString(2),
                    row.getString(5),
                    row.getInt(3),
                    row.getInt(4)))
        .list();
  }

  /**
   * Changes how the numbers to come look.
   *
   * @throws RuleViolation {@code number-series.pattern}
   */
  public void change(DocumentSeries kind, String pattern, Actor by) {
    NumberPattern valid = new NumberPattern(pattern.strip());
    jdbc.sql("update numbering.number_series set pattern = ? where kind = ?")
        .params(valid.text(), kind.name())
        .update();
    events.publishEvent(
        new Auditable(
            by,
            "number-series.changed",
            "number-series",
            kind.name(),
            Map.of("pattern", valid.text())));
  }
}
