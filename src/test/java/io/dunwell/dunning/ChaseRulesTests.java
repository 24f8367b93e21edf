package io.dunwell.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunwell.dunning.Decision.Act;
import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChaseRulesTests {

  private final LedgerOfOne account = new LedgerOfOne();

  @ParameterizedTest
  @CsvSource({"0,3,1", "1,10,2", "2,17,3", "3,30,4", "4,45,5"})
  void aThresholdDayIsInclusive(int level, int threshold, int stage) {
    account.owes("A", "100.00", LedgerOfOne.DUE, level);

    assertThat(code(account.after(threshold - 1))).isEqualTo("step.not-due");
    assertThat(act(account.after(threshold)).stage()).isEqualTo(stage);
  }

  @Test
  @DisplayName("D7 levels at 5/20/40: nothing on day 4, level 1 on day 5, no jump on day 50")
  void d7_noLevelIsSkipped() {
    account.policy = LedgerOfOne.policy(5, 5, 20, 40);
    account.owes("A", "100.00", LedgerOfOne.DUE, 0);

    assertThat(code(account.after(4))).isEqualTo("step.not-due");
    assertThat(act(account.after(5)).stage()).isEqualTo(1);
    assertThat(act(account.after(50)).stage()).isEqualTo(1);
  }

  @Test
  @DisplayName("D11 a single level at 0 days is due on the due day, and once only")
  void d11_aSingleLevel() {
    account.policy = LedgerOfOne.policy(5, 0);
    account.owes("A", "100.00", LedgerOfOne.DUE, 0);
    account.owes("B", "100.00", LedgerOfOne.DUE, 1);

    Decision decision = account.after(0);

    assertThat(act(decision).raised())
        .extracting(line -> line.item().number())
        .containsExactly("A");
    assertThat(reasonOf(decision, "B")).isEqualTo("ladder.at-top");
  }

  @Test
  @DisplayName("D15 due today, level 10 days after due: not in the run")
  void d15_dueTodayIsNotOverdue() {
    account.owes("A", "100.00", LedgerOfOne.DUE, 0);

    assertThat(code(account.after(0))).isEqualTo("nothing.overdue");
  }

  @Test
  @DisplayName("D17 ten days between: last on 1 February, 5 February no, 11 February yes")
  void d17_theIntervalCounts() {
    account.policy = LedgerOfOne.policy(10, 3, 10);
    account.owes("A", "100.00", LocalDate.of(2026, 1, 10), 1);
    account.lastActOn = LocalDate.of(2026, 2, 1);

    assertThat(code(account.on(LocalDate.of(2026, 2, 5)))).isEqualTo("interval.not-over");
    assertThat(code(account.on(LocalDate.of(2026, 2, 10)))).isEqualTo("interval.not-over");
    assertThat(act(account.on(LocalDate.of(2026, 2, 11))).stage()).isEqualTo(2);
  }

  @Test
  @DisplayName("D23 a credit note larger than the invoice: no reminder")
  void d23_creditsCoverEverything() {
    account.owes("A", "100.00", LedgerOfOne.DUE, 0);
    account.credits.add(new AccountFacts.Credit("CN1", LedgerOfOne.DUE, Money.of("100.00", "EUR")));

    assertThat(code(account.after(3))).isEqualTo("cash.waiting");
  }

  @ParameterizedTest
  @DisplayName("D33 the minimum is inclusive")
  @CsvSource({
    "149.00,150.00,false",
    "155.00,150.00,true",
    "50.00,50.99,false",
    "51.00,50.99,true",
    "99.00,99.00,true",
    "99.00,99.01,false"
  })
  void d33_theMinimum(String open, String minimum, boolean sent) {
    account.policy = account.withMinimum(minimum);
    account.owes("A", open, LedgerOfOne.DUE, 0);

    assertThat(account.after(3).act() != null).isEqualTo(sent);
  }

  @Test
  @DisplayName("D29 of several ages the highest stage acts, and each item climbs one level")
  void d29_theHighestStageActs() {
    account.owes("A", "10.00", LedgerOfOne.DUE, 0);
    account.owes("B", "20.00", LedgerOfOne.DUE.minusDays(10), 1);
    account.owes("C", "30.00", LedgerOfOne.DUE.minusDays(2), 1);
    account.owes("D", "40.00", LedgerOfOne.DUE.plusDays(2), 0);

    Act act = act(account.after(3));

    assertThat(act.stage()).isEqualTo(2);
    assertThat(act.lines())
        .extracting(line -> line.item().number() + line.level() + line.raised())
        .containsExactly("B2true", "A1true", "C1false", "D0false");
  }

  @Test
  void aHeldItemIsNeverAmongTheLines() {
    account.owes("A", "100.00", LedgerOfOne.DUE, 0);
    account.owes("B", "50.00", LedgerOfOne.DUE, 0);
    account.holds("A", null);

    Decision decision = account.after(3);

    assertThat(act(decision).lines()).extracting(line -> line.item().number()).containsExactly("B");
    assertThat(reasonOf(decision, "A")).isEqualTo("hold.item");
  }

  @Test
  void whatIsNotHeldOfAnItemIsChased() {
    account.owes("A", "100.00", LedgerOfOne.DUE, 0);
    account.holds("A", "30.00");

    assertThat(act(account.after(3)).lines().get(0).open()).isEqualTo(Money.of("70.00", "EUR"));
  }

  @Test
  void aHoldOnTheAccountStopsEverything() {
    account.owes("A", "100.00", LedgerOfOne.DUE, 0);
    account.hold = new ItemFacts.HeldPart(null, "insolvency", null);

    assertThat(code(account.after(3))).isEqualTo("hold.account");
  }

  @Test
  void legalReferralWaitsForTheManagerWhileOthersClimb() {
    account.owes("A", "100.00", LedgerOfOne.DUE.minusDays(60), 5);
    assertThat(code(account.after(0))).isEqualTo("legal.not-decided");

    account.owes("B", "100.00", LedgerOfOne.DUE.minusDays(3), 0);
    Decision decision = account.after(0);
    assertThat(act(decision).stage()).isEqualTo(1);
    assertThat(act(decision).lines())
        .extracting(line -> line.item().number())
        .containsExactly("B", "A");

    account.legalDecided = true;
    assertThat(act(account.after(0)).stage()).isEqualTo(6);
  }

  @Test
  void gatesThatDoNotCountAreMet() {
    account.owes("A", "100.00", LedgerOfOne.DUE, 0);
    account.gates = new AccountFacts.Gates(true, null, null, null, Set.of());
    assertThat(account.after(3).wantsContact()).isTrue();

    account.gates = new AccountFacts.Gates(false, null, null, null, Set.of());
    assertThat(account.after(3).act()).isNotNull();
  }

  @Test
  void aCourtesyNoteGoesOutBeforeTheDueDayAndIsNoLevel() {
    account.policy =
        LedgerOfOne.policy(
            5,
            List.of(
                LedgerOfOne.level(0, Stage.COURTESY_NOTE, -5),
                LedgerOfOne.level(1, Stage.REMINDER, 3)));
    account.owes("A", "100.00", LedgerOfOne.DUE, 0);

    assertThat(account.after(-6).act()).isNull();
    assertThat(act(account.after(-5)).stage()).isZero();
    assertThat(act(account.after(-5)).lines().get(0).level()).isZero();
    assertThat(code(account.after(1))).isEqualTo("step.not-due");
  }

  private static Act act(Decision decision) {
    return Objects.requireNonNull(decision.act(), () -> "no act: " + decision.reason());
  }

  private static String code(Decision decision) {
    return Objects.requireNonNull(decision.reason(), "there is an act").code();
  }

  private static String reasonOf(Decision decision, String number) {
    return decision.verdicts().stream()
        .filter(verdict -> verdict.item().number().equals(number))
        .map(verdict -> Objects.requireNonNull(verdict.reason()).code())
        .findFirst()
        .orElseThrow();
  }
}
