package io.dunwell.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dunwell.DunwellTest;
import io.dunwell.dunning.Policies;
import io.dunwell.receivables.Ageing;
import io.dunwell.receivables.AgeingBy;
import io.dunwell.receivables.AgeingQuery;
import io.dunwell.receivables.AgeingRow;
import io.dunwell.replay.ExpectedLadder.Act;
import io.dunwell.replay.ExpectedLadder.Line;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The main job: two years of somebody else's ledger, day by day, held against the file itself. */
@DunwellTest
class IbmLedgerReplayTests {

  private static final Actor ADMIN = new Actor("admin");

  @Autowired Replays replays;
  @Autowired Policies policies;
  @Autowired Ageing ageing;
  @Autowired JdbcClient jdbc;
  @Autowired ObjectMapper json;

  @Test
  void everyInvoiceIsAtItsLevelOnTheVeryDayTwiceInARow() throws Exception {
    IbmLedger ledger = IbmLedger.read();
    List<Act> expected = new ExpectedLadder(5, 3, 10, 17, 30, 45, 60).over(ledger);

    ReplayView first = replayed(ledger, "standard", People.ANSWER);
    ReplayView second = replayed(ledger, "standard", People.ANSWER);

    assertThat(actsOf(first)).isEqualTo(inOrder(expected));
    assertThat(actsOf(second)).isEqualTo(inOrder(expected));
    nothingIsLeft(first);
    ageingIsThatOfTheFile(first, ledger);
    replays.drop(first.id(), ADMIN);
    replays.drop(second.id(), ADMIN);
  }

  @Test
  void anotherLadderIsClimbedAsExactly() throws Exception {
    IbmLedger ledger = IbmLedger.read();
    policies.put(
        "brisk",
        json.readTree(
            """
            {"minimumInterval": 2, "levels": [
              {"level": 1, "stage": "REMINDER", "threshold": 1},
              {"level": 2, "stage": "SECOND_REMINDER", "threshold": 4},
              {"level": 3, "stage": "CALL", "threshold": 6},
              {"level": 4, "stage": "FINAL_NOTICE", "threshold": 9},
              {"level": 5, "stage": "MANAGEMENT_ESCALATION", "threshold": 12},
              {"level": 6, "stage": "LEGAL_REFERRAL", "threshold": 15}]}
            """),
        Policies.ALWAYS,
        ADMIN);

    ReplayView replay = replayed(ledger, "brisk", People.ANSWER);

    assertThat(actsOf(replay))
        .isEqualTo(inOrder(new ExpectedLadder(2, 1, 4, 6, 9, 12, 15).over(ledger)));
    nothingIsLeft(replay);
    replays.drop(replay.id(), ADMIN);
  }

  private ReplayView replayed(IbmLedger ledger, String policy, People people) {
    ReplayId id =
        replays.start(
            new ReplayRequest(
                ledger.file(),
                "ibm.csv",
                "ibm-late-payment",
                policy,
                ledger.firstDay(),
                ledger.lastDay(),
                people),
            ADMIN);
    Awaitility.await()
        .atMost(8, TimeUnit.MINUTES)
        .pollInterval(500, TimeUnit.MILLISECONDS)
        .until(() -> replays.view(id).status() != ReplayStatus.RUNNING);
    ReplayView view = replays.view(id);
    assertThat(view.status()).as(view.message()).isEqualTo(ReplayStatus.FINISHED);
    assertThat(view.rowsRejected()).isZero();
    return view;
  }

  private static void nothingIsLeft(ReplayView replay) {
    ReplayReport report = java.util.Objects.requireNonNull(replay.report());
    assertThat(report.openAtEnd().items()).isZero();
    assertThat(report.openAtEnd().cases()).isZero();
    assertThat(report.openAtEnd().tasks()).isZero();
    assertThat(report.monthEnds()).hasSizeGreaterThanOrEqualTo(24).allMatch(end -> end.tiesOut());
  }

  private void ageingIsThatOfTheFile(ReplayView replay, IbmLedger ledger) {
    for (LocalDate day = ledger.firstDay();
        !day.isAfter(ledger.lastDay());
        day = day.plusDays(17)) {
      LocalDate asOf = day;
      Map<String, BigDecimal> open = new TreeMap<>();
      for (IbmLedger.Row row : ledger.rows()) {
        if (row.openOn(day)) {
          open.put(row.number() + " " + bucket(row.daysOverdue(day)), row.amount().setScale(2));
        }
      }
      assertThat(replay.id().books().within(() -> itemsOn(asOf))).as("on %s", day).isEqualTo(open);
    }
  }

  private Map<String, BigDecimal> itemsOn(LocalDate day) {
    Map<String, BigDecimal> open = new TreeMap<>();
    for (AgeingRow row : ageing.asOf(AgeingQuery.of(day, AgeingBy.ITEM)).rows()) {
      List<Money> columns = new ArrayList<>(List.of(row.notDue()));
      columns.addAll(row.buckets());
      int filled =
          IntStream.range(0, columns.size())
              .filter(i -> !columns.get(i).isZero())
              .findFirst()
              .orElseThrow();
      open.put(row.key() + " " + filled, row.total().amount());
    }
    return open;
  }

  private static int bucket(int daysOverdue) {
    return daysOverdue <= 0 ? 0 : Math.min((daysOverdue - 1) / 30, 4) + 1;
  }

  private List<Act> actsOf(ReplayView replay) {
    Map<String, Act> acts = new LinkedHashMap<>();
    replay
        .id()
        .books()
        .within(
            () ->
                jdbc.sql(
                        """
                        select n.acted_on, c.number as customer, n.stage, l.number as invoice,
                          l.level, l.raised, l.open, l.days_overdue
                        from dunning.v_notice n
                        join party.v_customer c on c.id = n.customer
                        join dunning.v_notice_line l on l.notice = n.id
                        where n.status = 'DONE'
                        """)
                    .query(
                        (row, i) -> {
                          Act act =
                              new Act(
                                  row.getObject("acted_on", LocalDate.class),
                                  row.getString("customer"),
                                  row.getInt("stage"),
                                  new ArrayList<>());
                          return acts.computeIfAbsent(act.day() + act.customer(), key -> act)
                              .lines()
                              .add(
                                  new Line(
                                      row.getString("invoice"),
                                      row.getInt("level"),
                                      row.getBoolean("raised"),
                                      row.getBigDecimal("open").setScale(2),
                                      row.getInt("days_overdue")));
                        })
                    .list());
    return inOrder(acts.values());
  }

  private static List<Act> inOrder(Iterable<Act> acts) {
    List<Act> sorted = new ArrayList<>();
    for (Act act : acts) {
      List<Line> lines =
          act.lines().stream()
              .map(
                  line ->
                      new Line(
                          line.invoice(),
                          line.level(),
                          line.raised(),
                          line.open().setScale(2),
                          line.daysOverdue()))
              .sorted(Comparator.comparing(Line::invoice))
              .toList();
      sorted.add(new Act(act.day(), act.customer(), act.stage(), lines));
    }
    sorted.sort(Comparator.comparing(Act::day).thenComparing(Act::customer));
    return sorted;
  }
}
