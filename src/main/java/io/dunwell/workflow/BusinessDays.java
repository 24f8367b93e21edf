package io.dunwell.workflow;

import io.dunwell.platform.Installation;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.Words;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The business date: what it is, moving it on, and the work that each day brings. */
@Service
public class BusinessDays {

  private static final Logger LOG = LoggerFactory.getLogger(BusinessDays.class);
  private static final String LOCK = "dunwell.business-day";
  private static final Period FARTHEST = Period.ofYears(10);

  private final Installation installation;
  private final BusinessTime time;
  private final StoredDay stored;
  private final Exclusively exclusively;
  private final DueJobs jobs;
  private final ObjectProvider<DayTurn> turns;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;

  BusinessDays(
      Installation installation,
      BusinessTime time,
      StoredDay stored,
      Exclusively exclusively,
      DueJobs jobs,
      ObjectProvider<DayTurn> turns,
      TransactionTemplate transaction,
      ApplicationEventPublisher events) {
    this.installation = installation;
    this.time = time;
    this.stored = stored;
    this.exclusively = exclusively;
    this.jobs = jobs;
    this.turns = turns;
    this.transaction = transaction;
    this.events = events;
  }

  /** What day it is in the books that the thread works in. */
  public BusinessDay today() {
    return new BusinessDay(time.today(), turnedOn(), installation.demo());
  }

  /**
   * Moves the business date on, day by day, doing each day's work. While nothing is posted it may
   * be set to any day, and nothing is done for the days between.
   *
   * @throws RuleViolation {@code business-date.real-clock} where the date follows the wall clock,
   *     {@code business-date.backwards} for an earlier date once something is posted, {@code
   *     business-date.too-far}, {@code business-date.moving} while it is being moved
   */
  public BusinessDay moveTo(LocalDate date, Actor by) {
    if (!installation.demo()) {
      throw new RuleViolation(
          "business-date.real-clock",
          "The business date follows the clock here. It can be moved in demo mode only.");
    }
    if (date.isAfter(time.today().plus(FARTHEST))) {
      throw new RuleViolation(
          "business-date.too-far", "The date can be moved ten years ahead at a time, not more.");
    }
    if (!exclusively.attempt(LOCK, () -> move(date, by))) {
      throw new RuleViolation(
          "business-date.moving", "The date is being moved already. Wait until that is done.");
    }
    return today();
  }

  /** Does the work of all days that have begun and not been worked off, one after the other. */
  void catchUp(LocalDate until) {
    if (turnedOn().isBefore(until)) {
      LOG.info("The work of the business days until {} begins", until);
      exclusively.attempt(LOCK, () -> turn(until, Actor.SYSTEM));
    }
  }

  private void move(LocalDate date, Actor by) {
    if (stored.nothingPostedYet()) {
      setClock(date, by);
      stored.turned(date);
      return;
    }
    if (date.isBefore(time.today())) {
      throw new RuleViolation(
          "business-date.backwards",
          Words.sentence(
              "The business date is %s and money has been posted: it only moves forward.",
              time.today()));
    }
    turn(time.today(), by);
    while (time.today().isBefore(date)) {
      jobs.settle();
      setClock(time.today().plusDays(1), by);
      turn(time.today(), by);
    }
  }

  private void setClock(LocalDate day, Actor by) {
    transaction.executeWithoutResult(
        status -> {
          stored.moved(time.offsetTo(day));
          events.publishEvent(
              new Auditable(by, "business-date.moved", "business-date", day.toString(), Map.of()));
        });
    time.moveTo(day);
  }

  private void turn(LocalDate until, Actor by) {
    for (LocalDate day = turnedOn().plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
      LocalDate begun = day;
      LOG.debug("Business day {} begins", begun);
      turns.orderedStream().forEach(turn -> turn.turn(begun, by));
      jobs.settle();
      stored.turned(begun);
    }
  }

  /** On a real clock the first day to work off is the one of the first start. */
  private LocalDate turnedOn() {
    LocalDate today = time.today();
    LocalDate before = installation.demo() ? today : today.minusDays(1);
    return stored.readOr(new StoredDay.Row(0, before)).turnedOn();
  }
}
