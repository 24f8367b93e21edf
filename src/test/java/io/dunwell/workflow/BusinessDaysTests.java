package io.dunwell.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunwell.DunwellTest;
import io.dunwell.Trade;
import io.dunwell.platform.Installation;
import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@DunwellTest
class BusinessDaysTests {

  private static final Actor ADMIN = new Actor("admin");
  private static final LocalDate MONDAY = LocalDate.of(2025, 3, 3);

  @Autowired BusinessTime time;
  @Autowired StoredDay stored;
  @Autowired Exclusively exclusively;
  @Autowired DueJobs jobs;
  @Autowired TransactionTemplate transaction;
  @Autowired ApplicationEventPublisher events;
  @Autowired Trade trade;

  private final List<LocalDate> turned = new ArrayList<>();
  private final List<LocalDate> dates = new ArrayList<>();
  private @Nullable RuntimeException trouble;
  private BusinessDays days;

  @BeforeEach
  void watchTheDays() {
    days = days(true);
  }

  @Test
  void anyDayWillDoWhileNothingIsPosted() {
    days.moveTo(LocalDate.of(2012, 1, 1), ADMIN);

    assertThat(days.today().date()).isEqualTo("2012-01-01");
    assertThat(days.today().turnedOn()).isEqualTo("2012-01-01");
    assertThat(turned).isEmpty();
  }

  @Test
  void afterThatEachDayIsWorkedOffInOrder() {
    moneyIsPostedOn(MONDAY);

    days.moveTo(MONDAY.plusDays(3), ADMIN);

    assertThat(turned).containsExactly(MONDAY.plusDays(1), MONDAY.plusDays(2), MONDAY.plusDays(3));
    assertThat(dates).isEqualTo(turned);
    assertThat(days.today().turnedOn()).isEqualTo(MONDAY.plusDays(3));
  }

  @Test
  void thenThereIsNoWayBack() {
    moneyIsPostedOn(MONDAY);

    assertRefused("business-date.backwards", () -> days.moveTo(MONDAY.minusDays(1), ADMIN));
    assertThat(days.today().date()).isEqualTo(MONDAY);
  }

  @Test
  void theSameDayAgainChangesNothing() {
    moneyIsPostedOn(MONDAY);
    days.moveTo(MONDAY.plusDays(1), ADMIN);

    days.moveTo(MONDAY.plusDays(1), ADMIN);

    assertThat(turned).containsExactly(MONDAY.plusDays(1));
  }

  @Test
  void aDayThatFailedIsRepeatedBeforeTheNext() {
    moneyIsPostedOn(MONDAY);
    trouble = new IllegalStateException("the printer is on fire");
    assertThatThrownBy(() -> days.moveTo(MONDAY.plusDays(2), ADMIN)).isSameAs(trouble);
    assertThat(days.today().date()).isEqualTo(MONDAY.plusDays(1));
    assertThat(days.today().turnedOn()).isEqualTo(MONDAY);

    trouble = null;
    days.moveTo(MONDAY.plusDays(2), ADMIN);

    assertThat(turned).containsExactly(MONDAY.plusDays(1), MONDAY.plusDays(1), MONDAY.plusDays(2));
  }

  @Test
  void theDateFollowsTheClockWhereItIsNotADemo() {
    assertRefused("business-date.real-clock", () -> days(false).moveTo(MONDAY, ADMIN));
  }

  @Test
  void tooFarAheadIsAMistake() {
    assertRefused("business-date.too-far", () -> days.moveTo(time.today().plusYears(11), ADMIN));
  }

  @Test
  void missedDaysAreMadeUpForOnce() {
    LocalDate today = time.today();
    stored.readOr(new StoredDay.Row(0, today));
    stored.turned(today.minusDays(3));
    BusinessDays onARealClock = days(false);

    onARealClock.catchUp(today);
    onARealClock.catchUp(today);

    assertThat(turned).containsExactly(today.minusDays(2), today.minusDays(1), today);
  }

  @Test
  void onlyOneAtATimeMovesTheDate() throws Exception {
    var another = Executors.newSingleThreadExecutor();
    var books = io.dunwell.shared.Books.current();
    boolean[] done = new boolean[1];

    exclusively.attempt(
        "dunwell.business-day",
        () -> {
          try {
            done[0] =
                another
                    .submit(
                        () ->
                            books.within(
                                () -> exclusively.attempt("dunwell.business-day", () -> {})))
                    .get();
          } catch (Exception e) {
            throw new AssertionError(e);
          }
        });

    assertThat(done[0]).isFalse();
    assertThat(exclusively.attempt("dunwell.business-day", () -> {})).isTrue();
    another.shutdown();
  }

  private void moneyIsPostedOn(LocalDate day) {
    days.moveTo(day, ADMIN);
    trade.invoice(trade.customer("C1"), "1", "100.00", day, day.plusDays(30));
  }

  private BusinessDays days(boolean demo) {
    DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
    DayTurn watching =
        (day, by) -> {
          turned.add(day);
          dates.add(time.today());
          if (trouble != null) {
            throw trouble;
          }
        };
    beans.registerSingleton("watching", watching);
    return new BusinessDays(
        new Installation(true, demo),
        time,
        stored,
        exclusively,
        jobs,
        beans.getBeanProvider(DayTurn.class),
        transaction,
        events);
  }

  private static void assertRefused(String code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            RuleViolation.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
