package io.dunwell.dunning;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * The days on which an account may be addressed.
 *
 * @param weekdays the days of the week
 * @param holidays the days that are none of them
 */
public record SendingDays(Set<DayOfWeek> weekdays, Set<LocalDate> holidays) {

  public static final SendingDays EVERY_DAY =
      new SendingDays(EnumSet.allOf(DayOfWeek.class), Set.of());
  public static final SendingDays WEEKDAYS =
      new SendingDays(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Set.of());

  public SendingDays {
    weekdays = Set.copyOf(weekdays);
    holidays = Set.copyOf(holidays);
  }

  public boolean includes(LocalDate day) {
    return weekdays.contains(day.getDayOfWeek()) && !holidays.contains(day);
  }
}
