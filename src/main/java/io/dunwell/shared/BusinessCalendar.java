package io.dunwell.shared;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * The days on which people work.
 *
 * @param weekdays the working days of the week, at least one
 * @param holidays the days that are none of them
 */
public record BusinessCalendar(Set<DayOfWeek> weekdays, Set<LocalDate> holidays) {

  /** Monday to Friday, without holidays. */
  public static final BusinessCalendar WEEKDAYS =
      new BusinessCalendar(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Set.of());

  public BusinessCalendar {
    weekdays = Set.copyOf(weekdays);
    holidays = Set.copyOf(holidays);
    if (weekdays.isEmpty()) {
      throw new IllegalArgumentException("A week without working days");
    }
  }

  /** Whether people work on that day. */
  public boolean includes(LocalDate day) {
    return weekdays.contains(day.getDayOfWeek()) && !holidays.contains(day);
  }

  /**
   * The day on which so many working days have passed.
   *
   * @param days 0 or more; 0 is the day itself, or the next working day
   */
  public LocalDate after(LocalDate from, int days) {
    LocalDate day = from;
    for (int left = days; left > 0 || !includes(day); day = day.plusDays(1)) {
      left -= includes(day.plusDays(1)) ? 1 : 0;
    }
    return day;
  }
}
