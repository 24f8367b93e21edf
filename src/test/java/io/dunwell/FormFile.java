package io.dunwell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form as it lies in the project. */
public record FormFile(String id, JsonNode json) {

  private static final Pattern NAME = Pattern.compile("\\{\\{(\\w+)}}");
  private static final Pattern LOOP = Pattern.compile("\\{\\{#loop (\\w+)}}(.*?)\\{\\{/loop}}");

  public static FormFile of(String id) {
    try {
      return new FormFile(id, new ObjectMapper().readTree(Path.of("forms", id + ".form").toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The fields that a person fills in. */
  public Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    json.path("components").forEach(c -> keys.add(c.path("key").asText()));
    keys.remove("");
    return keys;
  }

  /** What the form shows and the facts do not have. */
  public Set<String> missingIn(Map<String, Object> facts) {
    Set<String> missing = new TreeSet<>();
    for (JsonNode component : json.path("components")) {
      namesIn(component).stream().filter(name -> !facts.containsKey(name)).forEach(missing::add);
      if (component.path("type").asText().equals("table")) {
        String source = component.path("dataSource").asText().substring(1);
        component
            .path("columns")
            .forEach(column -> check(column.path("key").asText(), source, facts, missing));
      }
      Matcher loop = LOOP.matcher(component.path("content").asText());
      while (loop.find()) {
        for (String name : namesIn(loop.group(2))) {
          check(name, loop.group(1), facts, missing);
        }
      }
    }
    return missing;
  }

  private static void check(
      String key, String source, Map<String, Object> facts, Set<String> missing) {
    Object rows = facts.getOrDefault(source, List.of());
    if (rows instanceof Collection<?> many) {
      many.stream()
          .filter(row -> !(row instanceof Map<?, ?> map) || !map.containsKey(key))
          .forEach(row -> missing.add(source + "." + key));
    }
  }

  private static Set<String> namesIn(String text) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = NAME.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  private static Set<String> namesIn(JsonNode component) {
    String content = component.path("content").asText();
    Set<String> names =
        namesIn(component.path("text").asText() + LOOP.matcher(content).replaceAll(""));
    Matcher loop = LOOP.matcher(content);
    while (loop.find()) {
      names.add(loop.group(1));
    }
    names.add(component.path("dataSource").asText("=").substring(1));
    names.add(component.path("valuesKey").asText());
    names.remove("");
    return names;
  }
}
