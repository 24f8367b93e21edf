package io.dunwell.dunning.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dunwell.shared.RuleViolation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Carries the plain form of a policy into its definition, and leaves everything else alone. */
final class PolicyForm {

  private PolicyForm() {}

  static void fill(ObjectNode definition, MultiValueMap<String, String> form) {
    definition.put("minimumInterval", number(form.getFirst("minimumInterval"), "minimum interval"));
    JsonNode levels = definition.path("levels");
    List<String> thresholds = form.getOrDefault("threshold", List.of());
    List<String> channels = form.getOrDefault("channel", List.of());
    for (int i = 0; i < levels.size() && i < thresholds.size(); i++) {
      if (levels.get(i) instanceof ObjectNode level) {
        level.put("threshold", number(thresholds.get(i), "days overdue"));
        if (i < channels.size()) {
          level.put("channel", channels.get(i));
        }
      }
    }
  }

  private static int number(@Nullable String text, String what) {
    try {
      return Integer.parseInt(text == null ? "" : text.strip());
    } catch (NumberFormatException none) {
      throw new RuleViolation("policy.malformed", "The " + what + " has to be a whole number.");
    }
  }
}
