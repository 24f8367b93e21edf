package io.dunwell.exchange;

import io.dunwell.shared.RuleViolation;
import io.dunwell.sheets.Cell;
import io.dunwell.sheets.CellKind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The dates of one column. It first looks at all of them, because one date alone rarely says
 * whether the day or the month comes first, and reads them then.
 */
final class DateColumn {

  private static final Pattern TIME =
      Pattern.compile(
          "[T ]\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?( ?[AaPp][Mm])?(Z|[+-]\\d{2}:?\\d{2})?$");
  private static final Pattern NUMERIC = Pattern.compile("(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})");
  private static final Pattern SHORT_YEAR = Pattern.compile("\\d{1,2}[./-]\\d{1,2}[./-]\\d{2}");
  private static final Pattern FLOAT = Pattern.compile("\\d{8}\\.0+");
  private static final int EARLIEST = 1950;
  private static final int LATEST = 2150;

  private final ProfileField field;
  private final DatePatterns patterns;
  private int dayFirst;
  private int monthFirst;
  private int either;
  private @Nullable String example;
  private @Nullable DateOrder order;
  private boolean doubtful;

  DateColumn(ProfileField field, List<String> written) {
    this.field = field;
    this.patterns = new DatePatterns(written);
  }

  /** Looks at a date without reading it yet. */
  void observe(Cell cell) {
    Matcher numeric = NUMERIC.matcher(text(cell));
    if (cell.kind() == CellKind.DATE || !numeric.matches()) {
      return;
    }
    int first = Integer.parseInt(numeric.group(1));
    int second = Integer.parseInt(numeric.group(2));
    boolean dotted = patterns.none() && text(cell).indexOf('.') >= 0;
    if (dotted || (first > 12 && second <= 12)) {
      // nobody who parts dates by dots begins with the month
      dayFirst++;
    } else if (second > 12 && first <= 12) {
      monthFirst++;
    } else if (first != second && first <= 12) {
      either++;
      example = example == null ? cell.text().strip() : example;
    }
  }

  /**
   * Decides how the column is read, once every row was looked at.
   *
   * @throws RuleViolation {@code date.ambiguous} if nobody but a person can tell
   */
  void decide(@Nullable DateOrder told) {
    order = patterns.order();
    if (order != null) {
      int support = order == DateOrder.DAY_FIRST ? dayFirst : monthFirst;
      doubtful = dayFirst + monthFirst - support > support;
    } else if (patterns.none()) {
      order = told != null ? told : proven();
    }
  }

  /**
   * @throws RuleViolation {@code date.…}
   */
  LocalDate read(Cell cell) {
    String text = text(cell);
    if (cell.kind() == CellKind.DATE) {
      return inRange(LocalDate.parse(text));
    }
    if (doubtful && ambiguous(text)) {
      throw new RuleViolation(
          "date.order-doubtful",
          "Most dates of this column contradict the profile's order %s, so this one may be meant"
                  .formatted(order)
              + " either way. Correct the date format of the profile.");
    }
    LocalDate date = patterns.none() ? unmistakable(text) : patterns.read(text);
    if (date == null) {
      throw unreadable(text);
    }
    return inRange(date);
  }

  private @Nullable LocalDate unmistakable(String text) {
    Matcher numeric = NUMERIC.matcher(text);
    if (!numeric.matches() || order == null) {
      return DatePatterns.UNMISTAKABLE.read(text);
    }
    int first = Integer.parseInt(numeric.group(1));
    int second = Integer.parseInt(numeric.group(2));
    boolean dayComesFirst = order == DateOrder.DAY_FIRST;
    try {
      return LocalDate.of(
          Integer.parseInt(numeric.group(3)),
          dayComesFirst ? second : first,
          dayComesFirst ? first : second);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private @Nullable DateOrder proven() {
    if (dayFirst > 0 && monthFirst > 0 && either > 0) {
      throw ask("both orders occur in the column", "date.mixed-order");
    }
    if (dayFirst == 0 && monthFirst == 0 && either > 0) {
      throw ask("every date of the column can be read both ways", "date.ambiguous");
    }
    return dayFirst >= monthFirst ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
  }

  private RuleViolation ask(String why, String code) {
    return new RuleViolation(
        code,
        "Is %s in the column for %s day first or month first? Nobody can tell: %s."
                .formatted(example, field.text(), why)
            + " Say dateOrder=dmy or dateOrder=mdy, or set dates in the profile, for example"
            + " dd/MM/yyyy.");
  }

  private RuleViolation unreadable(String text) {
    if (SHORT_YEAR.matcher(text).matches()) {
      return new RuleViolation(
          "date.two-digit-year", "A year of two digits names no century; write all four.");
    }
    if (NUMERIC.matcher(text).matches() && order != null) {
      return new RuleViolation(
          "date.contradicts-format",
          "There is no such day when read as %s. Correct the date, or the format in the profile."
              .formatted(patterns.none() ? order + "/yyyy" : patterns));
    }
    return new RuleViolation(
        "date.unreadable",
        "This is no day %s. Write it as 2026-01-31, or set dates in the profile."
            .formatted(patterns.none() ? "of the calendar" : "of the form " + patterns));
  }

  private static boolean ambiguous(String text) {
    Matcher numeric = NUMERIC.matcher(text);
    return numeric.matches()
        && !numeric.group(1).equals(numeric.group(2))
        && Integer.parseInt(numeric.group(1)) <= 12
        && Integer.parseInt(numeric.group(2)) <= 12;
  }

  private static LocalDate inRange(LocalDate date) {
    if (date.getYear() < EARLIEST || date.getYear() > LATEST) {
      throw new RuleViolation(
          "date.out-of-range", "No ledger of ours knows the year %d.".formatted(date.getYear()));
    }
    return date;
  }

  /** The date without a time of day, and without what a spreadsheet adds to a number. */
  private static String text(Cell cell) {
    String stripped = cell.text().strip();
    boolean timed = stripped.indexOf(':') >= 0;
    String text = timed ? TIME.matcher(stripped).replaceFirst("") : stripped;
    return FLOAT.matcher(text).matches() ? text.substring(0, 8) : text;
  }
}
