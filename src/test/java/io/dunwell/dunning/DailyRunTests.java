package io.dunwell.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunwell.DunwellTest;
import io.dunwell.party.CustomerId;
import io.dunwell.receivables.ItemId;
import io.dunwell.shared.Actor;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DunwellTest
class DailyRunTests {

  private static final LocalDate DUE = Story.DUE;

  @Autowired Story story;
  @Autowired DailyRuns runs;
  @Autowired Cases cases;
  @Autowired JdbcClient jdbc;

  @Test
  void anInvoiceClimbsRungByRungOnTheThresholdDays() {
    CustomerId customer = story.customer("C1");
    story.invoice(customer, "A", "100.00", DUE);

    story.daysPass(DUE, DUE.plusDays(50));

    assertThat(acts())
        .containsExactly(
            DUE.plusDays(3) + " 1 REMINDER",
            DUE.plusDays(10) + " 2 SECOND_REMINDER",
            DUE.plusDays(17) + " 3 CALL",
            DUE.plusDays(30) + " 4 FINAL_NOTICE",
            DUE.plusDays(45) + " 5 MANAGEMENT_ESCALATION");
  }

  @Test
  @DisplayName("D13 a run dated before the last finished run is refused")
  void d13_outOfOrder() {
    runs.runNow(DUE, Actor.SYSTEM);

    assertThatThrownBy(() -> runs.runNow(DUE.minusDays(1), Actor.SYSTEM))
        .hasMessageContaining("is finished");
  }

  @Test
  @DisplayName("D25 the same date again changes nothing")
  void d25_runningAgainChangesNothing() {
    story.invoice(story.customer("C1"), "A", "100.00", DUE);
    RunReport first = runs.runNow(DUE.plusDays(3), Actor.SYSTEM);
    RunReport again = runs.runNow(DUE.plusDays(3), Actor.SYSTEM);

    assertThat(first.acted()).isOne();
    assertThat(again).isEqualTo(first);
    assertThat(acts()).hasSize(1);
  }

  @Test
  void missedDaysAreRunInOrder() {
    story.invoice(story.customer("C1"), "A", "100.00", DUE);
    runs.runNow(DUE, Actor.SYSTEM);

    runs.runNow(DUE.plusDays(20), Actor.SYSTEM);

    assertThat(acts())
        .containsExactly(
            DUE.plusDays(3) + " 1 REMINDER",
            DUE.plusDays(10) + " 2 SECOND_REMINDER",
            DUE.plusDays(17) + " 3 CALL");
  }

  @Test
  void aDryRunWritesNothingButItsReport() {
    story.invoice(story.customer("C1"), "A", "100.00", DUE);

    RunReport report = runs.run(DUE.plusDays(3), true, Actor.SYSTEM);

    assertThat(report.acted()).isOne();
    assertThat(acts()).isEmpty();
    assertThat(cases.count(null, null)).isZero();
    assertThat(runs.runNow(DUE.plusDays(3), Actor.SYSTEM).acted()).isOne();
  }

  @Test
  @DisplayName("D9 paid in full: the case ends and nothing follows")
  void d9_moneyEndsTheCase() {
    CustomerId customer = story.customer("C1");
    ItemId item = story.invoice(customer, "A", "100.00", DUE);
    story.daysPass(DUE, DUE.plusDays(4));
    story.pays(customer, item, "100.00", DUE.plusDays(5));

    RunReport report = runs.runNow(DUE.plusDays(5), Actor.SYSTEM);
    story.daysPass(DUE.plusDays(6), DUE.plusDays(50));

    assertThat(report.casesClosed()).isOne();
    assertThat(cases.list(null, null, 0, 10))
        .extracting(CaseView::closedOn)
        .containsExactly(DUE.plusDays(5));
    assertThat(acts()).hasSize(1);
  }

  @Test
  @DisplayName("D31 the two oldest are paid: the case re-anchors to the third")
  void d31_reAnchors() {
    CustomerId customer = story.customer("C1");
    ItemId a = story.invoice(customer, "A", "10.00", DUE);
    ItemId b = story.invoice(customer, "B", "10.00", DUE.plusDays(1));
    story.invoice(customer, "C", "10.00", DUE.plusDays(9));
    story.daysPass(DUE, DUE.plusDays(10));
    story.pays(customer, a, "10.00", DUE.plusDays(10));
    story.pays(customer, b, "10.00", DUE.plusDays(10));

    story.daysPass(DUE.plusDays(11), DUE.plusDays(20));

    assertThat(acts())
        .containsExactly(
            DUE.plusDays(3) + " 1 REMINDER",
            DUE.plusDays(8) + " 1 REMINDER",
            DUE.plusDays(13) + " 1 REMINDER",
            DUE.plusDays(19) + " 2 SECOND_REMINDER");
  }

  private List<String> acts() {
    return jdbc.sql(
            "select acted_on || ' ' || stage || ' ' || step from dunning.v_notice order by acted_on")
        .query(String.class)
        .list();
  }
}
