package io.dunwell.dunning.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.dunwell.dunning.PolicyView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A policy as a table of its rungs.
 *
 * @param minimumInterval days between two acts for an account
 * @param minimum below which nothing is sent, in words; empty if there is no such amount
 */
record PolicyRow(
    String name,
    int version,
    LocalDate effectiveOn,
    int minimumInterval,
    String minimum,
    List<Rung> rungs) {

  /** One rung: its step, when it is due, how the customer is reached, what it costs. */
  record Rung(int level, String step, int threshold, String channel, String charges) {}

  private static final List<String> USUAL =
      List.of(
          "COURTESY_NOTE",
          "REMINDER",
          "SECOND_REMINDER",
          "CALL",
          "FINAL_NOTICE",
          "MANAGEMENT_ESCALATION",
          "LEGAL_REFERRAL");
  private static final int USUAL_INTERVAL = 5;

  /** The ladder in one line, for a file. */
  public String ladder() {
    return rungs.stream()
        .map(r -> r.level() + " " + r.step() + " " + r.threshold())
        .collect(Collectors.joining(", "));
  }

  static PolicyRow of(PolicyView view, JsonNode definition) {
    List<Rung> rungs = new ArrayList<>();
    definition.path("levels").forEach(level -> rungs.add(rung(level)));
    return new PolicyRow(
        view.name(),
        view.version(),
        view.effectiveOn(),
        definition.path("minimumInterval").asInt(USUAL_INTERVAL),
        amounts(definition.path("minimumAmounts")),
        rungs);
  }

  private static Rung rung(JsonNode level) {
    int number = level.path("level").asInt();
    String step = level.path("stage").asText(USUAL.get(Math.min(number, USUAL.size() - 1)));
    String channel = level.path("channel").asText(step.equals("CALL") ? "CALL" : "EMAIL");
    return new Rung(
        number,
        step,
        level.path("threshold").asInt(),
        channel.toUpperCase(Locale.ROOT),
        charges(level));
  }

  private static String charges(JsonNode level) {
    List<String> charges = new ArrayList<>();
    if (level.hasNonNull("fee")) {
      charges.add("fee");
    }
    if (level.hasNonNull("interest")) {
      JsonNode rate = level.path("interest").path("percent");
      charges.add("interest" + (rate.isMissingNode() ? "" : " " + rate.asText() + " %"));
    }
    return String.join(", ", charges);
  }

  private static String amounts(JsonNode minimums) {
    List<String> amounts = new ArrayList<>();
    minimums.properties().forEach(m -> amounts.add(m.getKey() + " " + m.getValue().asText()));
    return String.join(", ", amounts);
  }
}
