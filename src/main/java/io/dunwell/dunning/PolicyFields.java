package io.dunwell.dunning;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one JSON object and remembers, with its path, whatever is wrong. */
final class PolicyFields {

  private final JsonNode node;
  private final String path;
  private final List<FieldProblem> problems;

  PolicyFields(JsonNode node, String path, List<FieldProblem> problems) {
    this.node = node;
    this.path = path;
    this.problems = problems;
  }

  void allow(String... names) {
    Set<String> known = Set.of(names);
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                wrong(name, "is not known here; known are " + String.join(", ", names) + ".");
              }
            });
  }

  boolean has(String name) {
    return node.hasNonNull(name);
  }

  PolicyFields object(String name) {
    return new PolicyFields(node.path(name), at(name), problems);
  }

  List<PolicyFields> list(String name) {
    List<PolicyFields> all = new ArrayList<>();
    JsonNode list = node.path(name);
    if (!list.isMissingNode() && !list.isNull() && !list.isArray()) {
      wrong(name, "has to be a list.");
    }
    for (int i = 0; i < list.size(); i++) {
      all.add(new PolicyFields(list.get(i), at(name) + "[" + i + "]", problems));
    }
    return all;
  }

  List<String> texts(String name) {
    List<String> all = new ArrayList<>();
    node.path(name).forEach(value -> all.add(value.asText()));
    return all;
  }

  JsonNode raw(String name) {
    return node.path(name);
  }

  @Nullable String text(String name) {
    return has(name) ? node.get(name).asText() : null;
  }

  @Nullable Integer integer(String name) {
    if (!has(name)) {
      return null;
    }
    try {
      return new BigDecimal(node.get(name).asText()).intValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      wrong(name, "has to be a whole number.");
      return null;
    }
  }

  @Nullable BigDecimal decimal(String name) {
    if (!has(name)) {
      return null;
    }
    BigDecimal value = parsed(name, node.get(name));
    if (value != null && value.signum() < 0) {
      wrong(name, "cannot be negative.");
    }
    return value;
  }

  <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> type) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    String wanted = text.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(wanted)) {
        return constant;
      }
    }
    wrong(name, "has to be one of " + Arrays.toString(type.getEnumConstants()) + ".");
    return null;
  }

  /** Amounts by currency code. */
  Map<String, BigDecimal> amounts(String name) {
    Map<String, BigDecimal> amounts = new HashMap<>();
    node.path(name)
        .properties()
        .forEach(
            field -> {
              BigDecimal amount = parsed(name + "." + field.getKey(), field.getValue());
              if (amount != null && currency(name, field.getKey()) != null) {
                amounts.put(field.getKey(), amount);
              }
            });
    if (has(name) && !node.get(name).isObject()) {
      wrong(name, "has to give amounts by currency, for example {\"INR\": \"500.00\"}.");
    }
    return amounts;
  }

  @Nullable Currency currency(String name, String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      wrong(name, "\"" + code + "\" is not an ISO currency code.");
      return null;
    }
  }

  void wrong(String name, String message) {
    problems.add(new FieldProblem(at(name), message));
  }

  private @Nullable BigDecimal parsed(String name, JsonNode value) {
    try {
      return new BigDecimal(value.asText());
    } catch (NumberFormatException e) {
      wrong(name, "has to be a decimal number such as \"12.50\".");
      return null;
    }
  }

  private String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
