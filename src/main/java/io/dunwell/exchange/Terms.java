package io.dunwell.exchange;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads payment terms: a code of the profile, {@code Net 45}, {@code 30 days} or {@code 30}. */
final class Terms {

  private static final Pattern SPOKEN =
      Pattern.compile("(?:net\\s*)?(\\d{1,3})(?:\\s*(?:d|days?|tage))?", Pattern.CASE_INSENSITIVE);

  private Terms() {}

  static @Nullable Integer days(String text, Map<String, Integer> codes) {
    Integer known = codes.get(text);
    if (known != null) {
      return known;
    }
    Matcher spoken = SPOKEN.matcher(text);
    return spoken.matches() ? Integer.valueOf(spoken.group(1)) : null;
  }
}
