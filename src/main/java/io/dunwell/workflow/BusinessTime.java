package io.dunwell.workflow;

import io.dunwell.shared.Books;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * The one business clock, per set of books: the wall clock plus an offset that ticks on. It is the
 * {@link Clock} bean of the application; its zone is the business zone.
 */
public final class BusinessTime extends Clock {

  private final Clock wall;
  private final ConcurrentMap<Books, Duration> offsets = new ConcurrentHashMap<>();

  BusinessTime(Clock wall) {
    this.wall = wall;
  }

  /** The business day of the books that the thread works in. */
  public LocalDate today() {
    return LocalDate.now(this);
  }

  /** How many days that day is ahead of the wall clock's. */
  long offsetTo(LocalDate day) {
    return day.toEpochDay() - LocalDate.now(wall).toEpochDay();
  }

  /** Moves the books that the thread works in to that day, at the present time of day. */
  void moveTo(LocalDate day) {
    moveBy(offsetTo(day));
  }

  /**
   * Puts the books that the thread works in so many days ahead of the wall clock, and with the live
   * books the engine. Both clocks tick on: the engine's locks and pauses pass as ever.
   */
  void moveBy(long days) {
    offsets.put(Books.current(), Duration.ofDays(days));
    if (Books.current().live()) {
      ClockUtil.offset(Duration.ofDays(days).toMillis());
    }
  }

  /**
   * Moves the books of a replay, which the thread works in, to that day.
   *
   * @throws IllegalStateException in the live books, whose time an administrator moves
   */
  public void replayDay(LocalDate day) {
    if (Books.current().live()) {
      throw new IllegalStateException("Only a replay sets its own day");
    }
    moveTo(day);
  }

  @Override
  public ZoneId getZone() {
    return wall.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.offset(wall.withZone(zone), offset());
  }

  @Override
  public Instant instant() {
    return wall.instant().plus(offset());
  }

  private Duration offset() {
    return offsets.getOrDefault(Books.current(), Duration.ZERO);
  }
}
