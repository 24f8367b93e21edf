package io.dunwell.exchange;

import io.dunwell.shared.RuleViolation;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The ways in which a profile says that dates are written. */
final class DatePatterns {

  /** What nobody can misread. */
  static final DatePatterns UNMISTAKABLE =
      new DatePatterns(
          List.of(
              "yyyy-M-d",
              "yyyy/M/d",
              "yyyy.M.d",
              "yyyyMMdd",
              "d-MMM-yyyy",
              "d MMM yyyy",
              "d/MMM/yyyy",
              "d MMMM yyyy",
              "MMM d, yyyy",
              "MMMM d, yyyy",
              "MMM d yyyy"));

  private final List<String> written;
  private final List<DateTimeFormatter> formatters;

  /**
   * @throws RuleViolation {@code profile.date-format} if one of them is no pattern of a date
   */
  DatePatterns(List<String> written) {
    this.written = written;
    this.formatters = written.stream().map(DatePatterns::formatter).toList();
  }

  boolean none() {
    return formatters.isEmpty();
  }

  @Nullable LocalDate read(String text) {
    for (DateTimeFormatter formatter : formatters) {
      try {
        return LocalDate.parse(text, formatter);
      } catch (DateTimeParseException e) {
        // perhaps the next one
      }
    }
    return null;
  }

  /** The order of day and month, if the patterns are numeric and agree on it; else null. */
  @Nullable DateOrder order() {
    List<DateOrder> orders =
        written.stream()
            .map(DatePatterns::order)
            .filter(order -> order != DateOrder.NONE)
            .distinct()
            .toList();
    return orders.size() == 1 ? orders.get(0) : null;
  }

  @Override
  public String toString() {
    return String.join(" or ", written);
  }

  private static DateOrder order(String pattern) {
    if (pattern.matches("d{1,2}[./-]M{1,2}[./-].*")) {
      return DateOrder.DAY_FIRST;
    }
    return pattern.matches("M{1,2}[./-]d{1,2}[./-].*") ? DateOrder.MONTH_FIRST : DateOrder.NONE;
  }

  private static DateTimeFormatter formatter(String pattern) {
    try {
      DateTimeFormatter formatter =
          new DateTimeFormatterBuilder()
              .parseCaseInsensitive()
              .appendPattern(pattern.replace('y', 'u'))
              .toFormatter(Locale.ENGLISH)
              .withResolverStyle(ResolverStyle.STRICT);
      LocalDate probe = LocalDate.of(2026, 12, 31);
      if (probe.equals(LocalDate.parse(formatter.format(probe), formatter))) {
        return formatter;
      }
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      // said below
    }
    throw new RuleViolation(
        "profile.date-format",
        "%s is no date format. Write for example dd/MM/yyyy, M/d/yyyy or yyyy-MM-dd."
            .formatted(pattern));
  }
}
