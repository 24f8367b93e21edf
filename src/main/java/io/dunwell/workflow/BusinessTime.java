package io.dunwell.workflow;

import io.dunwell.shared.Books;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

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

  /** Moves the books that the thread works in to that day, at the present time of day. */
  void moveTo(LocalDate day) {
    Duration days = Duration.ofDays(day.toEpochDay() - LocalDate.now(wall).toEpochDay());
    offsets.put(Books.current(), days);
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
