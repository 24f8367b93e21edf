package io.dunwell.dunning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;

/** How interest counts days and how many it says a year has. */
public enum DayCount {
  ACT_365("ACT/365", 365),
  ACT_360("ACT/360", 360),
  THIRTY_360("30/360", 360);

  private final String text;
  private final int year;

  DayCount(String text, int year) {
    this.text = text;
    this.year = year;
  }

  /** As contracts write it, for example {@code ACT/365}. */
  public String text() {
    return text;
  }

  static DayCount of(String text) {
    return Arrays.stream(values())
        .filter(each -> each.text.equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No day count " + text));
  }

  /** Days of a year. */
  BigDecimal year() {
    return BigDecimal.valueOf(year);
  }

  /** Days from {@code from}, exclusive, to {@code to}, inclusive; periods add up exactly. */
  long days(LocalDate from, LocalDate to) {
    return number(to) - number(from);
  }

  private long number(LocalDate day) {
    return this == THIRTY_360
        ? 360L * day.getYear() + 30L * day.getMonthValue() + Math.min(day.getDayOfMonth(), 30)
        : day.toEpochDay();
  }
}
