package io.dunwell.exchange;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a field comes from. Written short, it is only the column.
 *
 * @param column its title, in any case, or {@code #3} for the third column
 * @param optional whether a file may do without it
 * @param dates how its dates are written, if not as in the rest of the file, for example {@code
 *     dd.MM.yyyy}
 * @param decimal its decimal sign, if not as in the rest of the file
 * @param grouping its grouping sign, if not as in the rest of the file
 * @param transform {@code upper}, {@code lower}, {@code digits}, {@code strip-leading-zeros} or
 *     {@code pad-zeros-10}, where 10 is the width
 */
public record ProfileColumn(
    String column,
    boolean optional,
    @Nullable List<String> dates,
    @Nullable String decimal,
    @Nullable String grouping,
    @Nullable String transform) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static ProfileColumn titled(String column) {
    return new ProfileColumn(column, false, null, null, null, null);
  }

  @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
  static ProfileColumn of(
      @JsonProperty(value = "column", required = true) String column,
      @JsonProperty("optional") boolean optional,
      @JsonProperty("dates") @Nullable List<String> dates,
      @JsonProperty("decimal") @Nullable String decimal,
      @JsonProperty("grouping") @Nullable String grouping,
      @JsonProperty("transform") @Nullable String transform) {
    return new ProfileColumn(column, optional, dates, decimal, grouping, transform);
  }

  /** As short as it can be written. */
  @JsonValue
  Object written() {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("column", column);
    if (optional) {
      parts.put("optional", true);
    }
    put(parts, "dates", dates);
    put(parts, "decimal", decimal);
    put(parts, "grouping", grouping);
    put(parts, "transform", transform);
    return parts.size() == 1 ? column : parts;
  }

  private static void put(Map<String, Object> parts, String name, @Nullable Object value) {
    if (value != null) {
      parts.put(name, value);
    }
  }
}
