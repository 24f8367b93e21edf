package io.dunwell.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.dunwell.shared.RuleViolation;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Profiles as YAML, and as JSON, which is a kind of YAML. */
final class ProfileYaml {

  private static final ObjectMapper YAML =
      YAMLMapper.builder(
              YAMLFactory.builder()
                  .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                  .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                  .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
                  .disable(YAMLGenerator.Feature.SPLIT_LINES)
                  .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .build();

  private static final int LONGEST = 200_000;

  private ProfileYaml() {}

  /**
   * Reads a profile.
   *
   * @param name what it has to be called; null if it says so itself
   * @throws RuleViolation {@code profile.unreadable}, {@code profile.name-differs}
   */
  static Profile read(String text, @Nullable String name) {
    if (text.length() > LONGEST) {
      throw new RuleViolation("profile.unreadable", "No profile is this long.");
    }
    try {
      if (!(YAML.readTree(text) instanceof ObjectNode tree)) {
        throw new RuleViolation(
            "profile.unreadable", "A profile is a list of settings such as kind and columns.");
      }
      if (name != null && tree.hasNonNull("name") && !name.equals(tree.get("name").asText())) {
        throw new RuleViolation(
            "profile.name-differs",
            "The profile calls itself %s, the address calls it %s."
                .formatted(tree.get("name").asText(), name));
      }
      if (name != null) {
        tree.put("name", name);
      }
      return YAML.treeToValue(tree, Profile.class);
    } catch (JsonProcessingException e) {
      throw unreadable(e);
    }
  }

  static String write(Profile profile) {
    try {
      return YAML.writeValueAsString(profile);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RuleViolation unreadable(JsonProcessingException e) {
    String where =
        e instanceof JsonMappingException mapping
            ? mapping.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .collect(Collectors.joining("."))
            : "";
    String what = e.getOriginalMessage().lines().findFirst().orElse("");
    return new RuleViolation(
        "profile.unreadable",
        where.isEmpty()
            ? "The profile cannot be read: " + what
            : "The profile cannot be read at %s: %s".formatted(where, what));
  }
}
