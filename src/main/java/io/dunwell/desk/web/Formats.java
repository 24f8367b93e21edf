package io.dunwell.desk.web;

import io.dunwell.shared.Money;
import io.dunwell.shared.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How pages write amounts and days; {@code fmt} in every template. */
class Formats {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

  private final ZoneId zone;

  Formats(ZoneId zone) {
    this.zone = zone;
  }

  /** The amount grouped as its currency's countries do, with a true minus sign. */
  public String amount(Money money) {
    return Words.amount(money);
  }

  /** Currency code and amount. */
  public String money(Money money) {
    return Words.money(money);
  }

  /** An amount that comes as text, {@code INR 1250.00}; other texts stay as they are. */
  public String fact(@Nullable Object fact) {
    String text = fact == null ? "" : fact.toString();
    return text.matches("[A-Z]{3} -?\\d+(\\.\\d+)?")
        ? money(Money.of(text.substring(4), text.substring(0, 3)))
        : text;
  }

  public String date(LocalDate day) {
    return Words.day(day);
  }

  public String weekday(LocalDate day) {
    return day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  /** {@code since 1 Apr 2026}, or {@code always} for what holds from before all business. */
  public String since(LocalDate day) {
    return day.getYear() <= 1900 ? "always" : "since " + date(day);
  }

  /** Wall-clock moment in the business zone. */
  public String instant(Instant moment) {
    return MINUTE.format(moment.atZone(zone));
  }

  /** {@code 12 days overdue}, {@code due today}, {@code due in 5 days}. */
  public String due(LocalDate dueOn, LocalDate today) {
    long late = ChronoUnit.DAYS.between(dueOn, today);
    if (late == 0) {
      return "due today";
    }
    return late > 0 ? Words.days(late) + " overdue" : "due in " + Words.days(-late);
  }

  /** The language in English. */
  public String language(Locale language) {
    return language.getDisplayLanguage(Locale.ENGLISH);
  }

  public String count(long number) {
    return Words.count(number);
  }

  /** A number that may be negative, with a true minus sign. */
  public String signed(Object number) {
    return number.toString().replace('-', '−');
  }
}
