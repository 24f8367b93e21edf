package io.dunwell.dunning;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a policy from the JSON that people write, and says everything that is wrong at once. */
final class PolicyReader {

  private static final int USUAL_INTERVAL = 5;

  private final List<FieldProblem> problems = new ArrayList<>();

  private PolicyReader() {}

  /**
   * @throws InvalidPolicy naming each field that is wrong
   */
  static Policy read(String name, int version, JsonNode json) {
    return new PolicyReader().policy(name, version, json);
  }

  private Policy policy(String name, int version, JsonNode json) {
    PolicyFields fields = new PolicyFields(json, "", problems);
    fields.allow(
        "name",
        "version",
        "description",
        "effectiveOn",
        "minimumInterval",
        "minimumAmounts",
        "calendar",
        "maxBankStatementAge",
        "levels");
    List<Level> levels = levels(fields);
    Integer interval = notNegative(fields, "minimumInterval");
    Map<String, BigDecimal> minimum = fields.amounts("minimumAmounts");
    SendingDays calendar = calendar(fields);
    Integer bankAge = notNegative(fields, "maxBankStatementAge");
    if (!problems.isEmpty()) {
      throw new InvalidPolicy(problems);
    }
    int days = Objects.requireNonNullElse(interval, USUAL_INTERVAL);
    return new Policy(name, version, days, minimum, calendar, bankAge, levels);
  }

  private List<Level> levels(PolicyFields policy) {
    List<PolicyFields> rows = policy.list("levels");
    List<Level> levels = new ArrayList<>();
    for (PolicyFields row : rows) {
      Level level = new LevelReader(row).read(levels);
      if (level != null) {
        levels.add(level);
      }
    }
    if (rows.isEmpty()) {
      policy.wrong("levels", "At least one level is needed, each with level and threshold.");
    }
    return levels;
  }

  private static @Nullable Integer notNegative(PolicyFields fields, String name) {
    Integer value = fields.integer(name);
    if (value != null && value < 0) {
      fields.wrong(name, "is a number of days and cannot be negative.");
    }
    return value;
  }

  private static SendingDays calendar(PolicyFields policy) {
    if (!policy.has("calendar")) {
      return SendingDays.EVERY_DAY;
    }
    if (policy.raw("calendar").isObject()) {
      PolicyFields own = policy.object("calendar");
      own.allow("weekdays", "holidays");
      return new SendingDays(weekdays(own), holidays(own));
    }
    return switch (policy.raw("calendar").asText()) {
      case "every-day" -> SendingDays.EVERY_DAY;
      case "weekdays" -> SendingDays.WEEKDAYS;
      default -> unknownCalendar(policy);
    };
  }

  private static SendingDays unknownCalendar(PolicyFields policy) {
    policy.wrong(
        "calendar",
        "has to be \"every-day\", \"weekdays\" or {\"weekdays\": [\"MONDAY\", …],"
            + " \"holidays\": [\"2026-01-26\", …]}.");
    return SendingDays.EVERY_DAY;
  }

  private static Set<DayOfWeek> weekdays(PolicyFields calendar) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String text : calendar.texts("weekdays")) {
      try {
        days.add(DayOfWeek.valueOf(text));
      } catch (IllegalArgumentException e) {
        calendar.wrong("weekdays", "\"" + text + "\" is not a day of the week such as MONDAY.");
      }
    }
    return days.isEmpty() ? SendingDays.EVERY_DAY.weekdays() : days;
  }

  private static Set<LocalDate> holidays(PolicyFields calendar) {
    Set<LocalDate> days = new HashSet<>();
    for (String text : calendar.texts("holidays")) {
      try {
        days.add(LocalDate.parse(text));
      } catch (DateTimeParseException e) {
        calendar.wrong("holidays", "\"" + text + "\" is not a date such as 2026-01-26.");
      }
    }
    return days;
  }
}
