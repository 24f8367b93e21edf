package io.dunwell.exchange;

import io.dunwell.shared.RuleViolation;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Small changes to a text on its way in, named in a profile. */
final class Transform {

  private static final String PAD = "pad-zeros-";

  private Transform() {}

  /**
   * @throws RuleViolation {@code profile.transform-unknown}
   */
  static String apply(@Nullable String transform, String text) {
    if (transform == null) {
      return text;
    }
    if (transform.matches(PAD + "\\d{1,2}")) {
      int width = Integer.parseInt(transform.substring(PAD.length()));
      return "0".repeat(Math.max(width - text.length(), 0)) + text;
    }
    return switch (transform) {
      case "upper" -> text.toUpperCase(Locale.ROOT);
      case "lower" -> text.toLowerCase(Locale.ROOT);
      case "digits" -> text.replaceAll("\\D", "");
      case "strip-leading-zeros" -> text.replaceFirst("^0+(?=.)", "");
      default ->
          throw new RuleViolation(
              "profile.transform-unknown", "There is no transform %s.".formatted(transform));
    };
  }
}
