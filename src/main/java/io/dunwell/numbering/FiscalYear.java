package io.dunwell.numbering;

import java.time.LocalDate;

/**
 * A year of the books, named by the calendar year in which it begins.
 *
 * @param firstMonth the month in which it begins, 1 to 12
 */
public record FiscalYear(int year, int firstMonth) {

  /** The year that begins in that month and holds that day. */
  public static FiscalYear of(LocalDate day, int firstMonth) {
    int year = day.getMonthValue() >= firstMonth ? day.getYear() : day.getYear() - 1;
    return new FiscalYear(year, firstMonth);
  }

  /** Its first day. */
  public LocalDate first() {
    return LocalDate.of(year, firstMonth, 1);
  }

  /** Its last day. */
  public LocalDate last() {
    return first().plusYears(1).minusDays(1);
  }
}
