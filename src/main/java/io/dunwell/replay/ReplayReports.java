package io.dunwell.replay;

import io.dunwell.receivables.Ageing;
import io.dunwell.receivables.AgeingBy;
import io.dunwell.receivables.AgeingQuery;
import io.dunwell.receivables.AgeingRow;
import io.dunwell.replay.ReplayReport.Amount;
import io.dunwell.replay.ReplayReport.DaysToCash;
import io.dunwell.replay.ReplayReport.LevelCount;
import io.dunwell.replay.ReplayReport.MonthEnd;
import io.dunwell.replay.ReplayReport.OpenAtEnd;
import io.dunwell.replay.ReplayReport.StageCount;
import io.dunwell.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads out of a replay's books what came of it. Works in those books. */
@Component
class ReplayReports {

  private final JdbcClient jdbc;
  private final ReplayPeople people;
  private final Ageing ageing;

  ReplayReports(JdbcClient jdbc, ReplayPeople people, Ageing ageing) {
    this.jdbc = jdbc;
    this.people = people;
    this.ageing = ageing;
  }

  ReplayReport of(Replay replay) {
    return new ReplayReport(
        count("party.v_customer"),
        count("receivables.v_open_item"),
        count("receipts.v_receipt"),
        count("dunning.v_case"),
        noticesPerStage(),
        levelsReached(),
        daysToCash(),
        openAtEnd(),
        List.copyOf(replay.monthEnds()));
  }

  private long count(String view) {
    return Objects.requireNonNull(
        jdbc.sql("select count(*) from " + view).query(Long.class).single());
  }

  private List<StageCount> noticesPerStage() {
    return jdbc.sql(
            """
            select n.stage, n.step, count(distinct n.id) as notices, count(l.notice) as lines
            from dunning.v_notice n left join dunning.v_notice_line l on l.notice = n.id
            group by n.stage, n.step order by n.stage, n.step
            """)
        .query(
            (row, i) ->
                new StageCount(
                    row.getInt("stage"),
                    row.getString("step"),
                    row.getLong("notices"),
                    row.getLong("lines")))
        .list();
  }

  private List<LevelCount> levelsReached() {
    return jdbc.sql(
            """
            select level, count(*) as invoices from dunning.v_item_level
            where level > 0 group by level order by level
            """)
        .query((row, i) -> new LevelCount(row.getInt("level"), row.getLong("invoices")))
        .list();
  }

  private DaysToCash daysToCash() {
    return jdbc.sql(
            """
            select count(*) as settled, coalesce(round(avg(settled_on - due_on), 1), 0) as mean,
              coalesce(percentile_disc(0.5) within group (order by settled_on - due_on), 0) as median,
              coalesce(percentile_disc(0.9) within group (order by settled_on - due_on), 0) as p90,
              coalesce(max(settled_on - due_on), 0) as longest
            from receivables.v_open_item where settled_on is not null and amount > 0
            """)
        .query(
            (row, i) ->
                new DaysToCash(
                    row.getLong("settled"),
                    row.getBigDecimal("mean").toPlainString(),
                    row.getLong("median"),
                    row.getLong("p90"),
                    row.getLong("longest")))
        .single();
  }

  private OpenAtEnd openAtEnd() {
    long items =
        jdbc.sql("select count(*) from receivables.v_open_item where open <> 0")
            .query(Long.class)
            .single();
    long cases =
        jdbc.sql("select count(*) from dunning.v_case where closed_on is null")
            .query(Long.class)
            .single();
    List<Amount> amounts =
        jdbc.sql(
                """
                select currency, sum(open) as amount from receivables.v_open_item
                where open <> 0 group by currency order by currency
                """)
            .query((row, i) -> amount(row))
            .list();
    return new OpenAtEnd(items, cases, people.waiting(), amounts);
  }

  /** Holds the ageing of a day against the control accounts of the same day. */
  List<MonthEnd> tieOut(LocalDate day) {
    Map<String, String> aged =
        ageing.asOf(AgeingQuery.of(day, AgeingBy.TOTAL)).rows().stream()
            .map(AgeingRow::total)
            .collect(Collectors.toMap(t -> t.currency().getCurrencyCode(), Money::text));
    return jdbc
        .sql(
            """
            select currency, sum(amount) as control from ledger.v_posting
            where account in ('RECEIVABLE', 'UNAPPLIED_CASH') and effective_on <= ?
            group by currency order by currency
            """)
        .params(day)
        .query((row, i) -> amount(row))
        .list()
        .stream()
        .map(control -> monthEnd(day, control, aged))
        .toList();
  }

  private static MonthEnd monthEnd(LocalDate day, Amount control, Map<String, String> aged) {
    String ageing =
        aged.getOrDefault(
            control.currency(), Money.zero(Currency.getInstance(control.currency())).text());
    return new MonthEnd(
        day, control.currency(), control.amount(), ageing, ageing.equals(control.amount()));
  }

  /** The currency and the second column, with the currency's decimals. */
  private static Amount amount(ResultSet row) throws SQLException {
    String currency = row.getString("currency");
    return new Amount(
        currency, new Money(row.getBigDecimal(2), Currency.getInstance(currency)).text());
  }
}
