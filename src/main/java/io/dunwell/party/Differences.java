package io.dunwell.party;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a change changed, in words for the audit trail. */
final class Differences {

  private final Map<String, String> found = new LinkedHashMap<>();

  private Differences() {}

  static Map<String, String> between(CustomerView before, CustomerView after) {
    Differences differences = new Differences();
    differences.compare("name", before.name(), after.name());
    differences.compare("language", before.language(), after.language());
    differences.compare("currency", before.currency(), after.currency());
    differences.compare("country", before.country(), after.country());
    differences.compare("collector", before.collector(), after.collector());
    differences.compare("terms", before.terms(), after.terms());
    differences.compare("contacts", before.contacts(), after.contacts());
    differences.compare("addresses", before.addresses(), after.addresses());
    differences.compare("taxIds", before.taxIds(), after.taxIds());
    return differences.found;
  }

  private void compare(String what, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      found.put(what, text(before) + " → " + text(after));
    }
  }

  private static String text(@Nullable Object value) {
    return value == null ? "–" : value.toString();
  }
}
