package io.dunwell.exchange;

import io.dunwell.shared.RuleViolation;
import java.util.ArrayList;
import java.util.List;

/** Finds what is wrong with a profile before a file is read by it. */
final class ProfileCheck {

  private ProfileCheck() {}

  /**
   * @throws RuleViolation {@code profile.…}
   */
  static void check(Profile profile) {
    refuseIf(
        !profile.name().matches("[a-z0-9][a-z0-9-]{0,62}"),
        "profile.name-malformed",
        "The name of a profile has lower case letters, digits and dashes, 63 at most.");
    refuseIf(
        profile.kind() == null,
        "profile.kind-missing",
        "Say which kind of rows it is: " + ImportKind.words() + ".");
    needFields(profile, profile.kind());
    new DatePatterns(profile.format().dates());
    signs(profile.format().decimal(), profile.format().grouping());
    for (ProfileColumn column : profile.columns().values()) {
      List<String> dates = column.dates();
      new DatePatterns(dates == null ? List.of() : dates);
      signs(column.decimal(), column.grouping());
      Transform.apply(column.transform(), "0");
      refuseIf(
          column.column().isBlank(),
          "profile.column-missing",
          "A field has a column without title.");
    }
  }

  /**
   * @throws RuleViolation {@code profile.field-missing}
   */
  static void needFields(Profile profile, ImportKind kind) {
    List<String> missing = new ArrayList<>();
    for (ProfileField field : kind.required()) {
      if (!profile.columns().containsKey(field) && !profile.defaults().containsKey(field)) {
        missing.add(field.text());
      }
    }
    refuseIf(
        !missing.isEmpty(),
        "profile.field-missing",
        "Rows of kind %s need %s: say in columns where it stands, or give a default."
            .formatted(kind.text(), String.join(", ", missing)));
  }

  private static void signs(
      @org.jspecify.annotations.Nullable String decimal,
      @org.jspecify.annotations.Nullable String grouping) {
    refuseIf(
        decimal != null && !decimal.matches("[.,]"),
        "profile.decimal-sign",
        "The decimal sign is a dot or a comma.");
    refuseIf(
        grouping != null && !grouping.matches("[.,' ]?"),
        "profile.grouping-sign",
        "The grouping sign is a dot, a comma, an apostrophe, a space, or empty.");
    refuseIf(
        decimal != null && decimal.equals(grouping),
        "profile.signs-alike",
        "The decimal sign and the grouping sign cannot be the same.");
  }

  private static void refuseIf(boolean wrong, String code, String sentence) {
    if (wrong) {
      throw new RuleViolation(code, sentence);
    }
  }
}
