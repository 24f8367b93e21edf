package io.dunwell.billing;

import java.time.LocalDate;

/** A year of the books, named by the calendar year in which it begins. */
record FiscalYear(int year, int firstMonth) {

  static FiscalYear of(LocalDate day, int firstMonth) {
    int year = day.getMonthValue() >= firstMonth ? day.getYear() : day.getYear() - 1;
    return new FiscalYear(year, firstMonth);
  }
}
