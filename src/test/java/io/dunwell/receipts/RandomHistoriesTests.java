package io.dunwell.receipts;

import static io.dunwell.Trade.CLERK;
import static io.dunwell.Trade.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunwell.DunwellTest;
import io.dunwell.ledger.Account;
import io.dunwell.ledger.Ledger;
import io.dunwell.ledger.TrialBalanceLine;
import io.dunwell.party.Customers;
import io.dunwell.receivables.Ageing;
import io.dunwell.receivables.AgeingBy;
import io.dunwell.receivables.AgeingQuery;
import io.dunwell.receivables.AgeingRow;
import io.dunwell.receivables.OpenItems;
import io.dunwell.receivables.Projections;
import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Thousands of histories that nobody made up, each of one customer, with a model in plain Java
 * beside it that knows which acts are possible and what is left on every day.
 */
@DunwellTest
class RandomHistoriesTests {

  private static final int HISTORIES = Integer.getInteger("dunwell.histories", 2000);
  private static final int ACTS = 5;
  private static final long SEED = Long.getLong("dunwell.seed", 20261122L);

  @Autowired Customers customers;
  @Autowired OpenItems openItems;
  @Autowired Receipts receipts;
  @Autowired Ageing ageing;
  @Autowired Projections projections;
  @Autowired Ledger ledger;
  @Autowired JdbcTemplate jdbc;
  @Autowired TransactionTemplate transaction;

  @Test
  void everyFigureIsWhatTheActsAddUpToOnEveryDay() {
    Random random = new Random(SEED);
    List<HistoryModel> histories =
        HistoryModel.begin(HISTORIES, random, customers, openItems, receipts);
    Map<LocalDate, AgeingRow> asKnownInBetween = new HashMap<>();
    Instant inBetween = Instant.EPOCH;
    int refused = 0;
    for (int act = 0; act < ACTS; act++) {
      if (act == ACTS / 2) {
        inBetween =
            jdbc.queryForObject("select clock_timestamp()", java.time.OffsetDateTime.class)
                .toInstant();
        for (LocalDate day : someDays()) {
          asKnownInBetween.put(day, total(day, null));
        }
      }
      for (HistoryModel history : histories) {
        refused += act(history, random) ? 0 : 1;
      }
    }

    assertThat(refused).as("acts that were rightly refused").isPositive();
    assertThat(projections.differences()).isEmpty();
    everyDayAddsUp();
    for (LocalDate day : someDays()) {
      itemsAreWhatTheModelsSay(histories, day);
      assertThat(total(day, inBetween))
          .as("the ageing of %s as it was known then", day)
          .isEqualTo(asKnownInBetween.get(day));
    }
  }

  /** Does what comes to mind; the model says beforehand whether it is possible. */
  private boolean act(HistoryModel history, Random random) {
    HistoryModel.Act act = history.next(random);
    try {
      act.doIt(receipts, CLERK);
      assertThat(act.possible()).as("possible: %s", act).isTrue();
      act.done();
      return true;
    } catch (RuleViolation refusal) {
      assertThat(act.possible()).as("%s was refused: %s", act, refusal.code()).isFalse();
      return false;
    }
  }

  private void everyDayAddsUp() {
    for (int day = 0; day <= HistoryModel.DAYS + 5; day += 1) {
      LocalDate on = DAY.plusDays(day);
      assertThat(total(on, null).total().amount())
          .as("ageing and control account on %s", on)
          .isEqualByComparingTo(control(on));
    }
  }

  private BigDecimal control(LocalDate day) {
    List<TrialBalanceLine> lines = transaction.execute(status -> ledger.trialBalance(day, null));
    return lines.stream()
        .filter(
            line ->
                line.account() == Account.RECEIVABLE || line.account() == Account.UNAPPLIED_CASH)
        .map(line -> line.balance().amount())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private void itemsAreWhatTheModelsSay(List<HistoryModel> histories, LocalDate day) {
    Map<String, BigDecimal> found =
        ageing.asOf(AgeingQuery.of(day, AgeingBy.ITEM)).rows().stream()
            .collect(Collectors.toMap(AgeingRow::key, row -> row.total().amount()));
    Map<String, BigDecimal> expected = new HashMap<>();
    histories.forEach(history -> history.addWorth(expected, day));
    assertThat(found).isEqualTo(expected);
    assertThat(ageing.asOf(AgeingQuery.of(day, AgeingBy.CUSTOMER)).rows().stream())
        .allSatisfy(row -> assertThat(row.unapplied().amount()).isNotPositive());
  }

  private AgeingRow total(LocalDate day, @org.jspecify.annotations.Nullable Instant knownBy) {
    return ageing.asOf(AgeingQuery.of(day, AgeingBy.TOTAL).knownBy(knownBy)).rows().get(0);
  }

  private static List<LocalDate> someDays() {
    List<LocalDate> days = new ArrayList<>();
    for (int day = 0; day <= HistoryModel.DAYS; day += 20) {
      days.add(DAY.plusDays(day));
    }
    return days;
  }
}
