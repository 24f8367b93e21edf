package io.dunwell.dunning;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one level of a policy. */
final class LevelReader {

  static final Set<String> TEMPLATES =
      Set.of(
          "courtesy-note",
          "reminder",
          "second-reminder",
          "final-notice",
          "management-escalation",
          "legal-referral");

  private final PolicyFields fields;

  LevelReader(PolicyFields fields) {
    this.fields = fields;
  }

  /** The level, or null if something is wrong with it. */
  @Nullable Level read(List<Level> before) {
    fields.allow(
        "level",
        "stage",
        "threshold",
        "channel",
        "template",
        "fee",
        "interest",
        "minimumAmounts",
        "minimumInterval");
    Integer number = fields.integer("level");
    Integer threshold = fields.integer("threshold");
    Stage stage = stage(number);
    Channel channel = fields.oneOf("channel", Channel.class);
    String template = template(stage);
    Fee fee = new ChargeReader(fields).fee();
    Interest interest = new ChargeReader(fields).interest();
    if (number == null || threshold == null || stage == null) {
      missing(number, threshold);
      return null;
    }
    order(number, threshold, stage, before);
    return new Level(
        number,
        stage,
        threshold,
        channel == null ? stage.usualChannel() : channel,
        template,
        fee,
        interest,
        fields.amounts("minimumAmounts"),
        interval());
  }

  private void missing(@Nullable Integer number, @Nullable Integer threshold) {
    if (number == null && !fields.has("level")) {
      fields.wrong("level", "is missing: the rung's number, from 1.");
    }
    if (threshold == null && !fields.has("threshold")) {
      fields.wrong("threshold", "is missing: the days overdue from which it is due.");
    }
  }

  /** Without a word on its meaning a level means what its number means on the usual ladder. */
  private @Nullable Stage stage(@Nullable Integer number) {
    if (fields.has("stage")) {
      return fields.oneOf("stage", Stage.class);
    }
    if (number == null || number < 0) {
      return null;
    }
    Stage[] usual = Stage.values();
    return number < usual.length ? usual[number] : Stage.FINAL_NOTICE;
  }

  private String template(@Nullable Stage stage) {
    String template = fields.text("template");
    if (template != null && !TEMPLATES.contains(template)) {
      fields.wrong("template", "has to be one of " + TEMPLATES.stream().sorted().toList() + ".");
    }
    Stage meant = stage == null ? Stage.REMINDER : stage;
    if (template != null) {
      return template;
    }
    return meant == Stage.CALL ? Stage.REMINDER.usualTemplate() : meant.usualTemplate();
  }

  private void order(int number, int threshold, Stage stage, List<Level> before) {
    int last = before.isEmpty() ? Math.min(number, 1) - 1 : before.get(before.size() - 1).level();
    if (number < 0 || number != last + 1) {
      fields.wrong(
          "level", "The levels have to be numbered 1, 2, 3 … in order (0: courtesy note).");
    }
    if (before.stream().anyMatch(level -> level.threshold() > threshold)) {
      fields.wrong("threshold", "cannot be less than that of a level before.");
    }
    if (number > 0 && threshold < 0) {
      fields.wrong("threshold", "cannot be before the due day; only the courtesy note's can.");
    }
    if ((number == 0) != (stage == Stage.COURTESY_NOTE)) {
      fields.wrong("stage", "The courtesy note is level 0, and nothing else is.");
    }
    if (number == 0 && threshold > 0) {
      fields.wrong("threshold", "The courtesy note comes before the due day, for example -5.");
    }
  }

  private @Nullable Integer interval() {
    Integer days = fields.integer("minimumInterval");
    if (days != null && days < 0) {
      fields.wrong("minimumInterval", "is a number of days and cannot be negative.");
    }
    return days;
  }

  static BigDecimal orZero(@Nullable BigDecimal value) {
    return value == null ? BigDecimal.ZERO : value;
  }
}
