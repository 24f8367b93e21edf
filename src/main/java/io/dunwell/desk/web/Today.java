package io.dunwell.desk.web;

import io.dunwell.pages.RowReader;
import io.dunwell.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what needs doing today. */
@Component
class Today {

  private static final String OWED =
      """
      select o.currency, o.open, o.overdue, coalesce(u.unapplied, 0) as unapplied
      from (select currency, sum(open) as open,
                   sum(open) filter (where open > 0 and due_on < :today) as overdue
            from receivables.v_open_item where open <> 0 group by currency) o
      left join (select currency, sum(amount) as unapplied
                 from receipts.v_unapplied group by currency) u on u.currency = o.currency
      order by o.currency
      """;

  private static final String LADDER =
      """
      select coalesce(n.step, 'NEW') as step, count(*) as cases
      from dunning.v_case c
      left join lateral (select step, stage from dunning.v_notice n
        where n.case_id = c.id and n.status <> 'WITHDRAWN'
        order by n.acted_on desc limit 1) n on true
      where c.closed_on is null
      group by n.step, n.stage order by n.stage nulls first
      """;

  private static final String LETTERS =
      """
      select state, count(*) as count from correspondence.v_letter
      where state in ('reserved', 'failed', 'ambiguous') group by state
      """;

  private static final String LAST_RUN =
      """
      select id, run_on, status, candidates, acted, skipped, failed from dunning.v_run
      where not dry_run order by run_on desc limit 1
      """;

  /** What is owed in one currency. */
  record Owed(String currency, Money open, Money overdue, Money unapplied) {

    static Owed read(ResultSet row, int n) throws SQLException {
      return new Owed(
          RowReader.text(row, "currency"),
          RowReader.money(row, "open"),
          RowReader.money(row, "overdue"),
          RowReader.money(row, "unapplied"));
    }
  }

  /** How many cases stand on a rung. */
  record Rung(String step, long cases) {}

  /** How many letters are in a state. */
  record Letters(String state, long count) {}

  /** How the last daily run went. */
  record Run(
      UUID id,
      LocalDate runOn,
      String status,
      int candidates,
      int acted,
      int skipped,
      int failed) {}

  private final JdbcClient jdbc;
  private final Clock clock;

  Today(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  List<Owed> owed() {
    return jdbc.sql(OWED).param("today", LocalDate.now(clock)).query(Owed::read).list();
  }

  List<Rung> ladder() {
    return jdbc.sql(LADDER).query(Rung.class).list();
  }

  /** How many letters are in each state that somebody may have to look at. */
  Map<String, Long> letters() {
    Map<String, Long> counts = new LinkedHashMap<>();
    jdbc.sql(LETTERS).query(Letters.class).list().forEach(l -> counts.put(l.state(), l.count()));
    return counts;
  }

  long followUpCount() {
    return jdbc.sql(
            "select count(*) from resolution.v_follow_up where done_on is null and due_on <= :today")
        .param("today", LocalDate.now(clock))
        .query(Long.class)
        .single();
  }

  long openDisputes() {
    return count("select count(*) from resolution.v_dispute where state = 'OPEN'");
  }

  long waitingReceipts() {
    return count("select count(*) from receipts.v_receipt where unapplied <> 0");
  }

  long quarantined() {
    return count("select count(*) from exchange.v_quarantined");
  }

  @Nullable Run lastRun() {
    return jdbc.sql(LAST_RUN).query(Run.class).optional().orElse(null);
  }

  private long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }
}
