package io.dunwell.unbilled;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunwell.billing.Cause;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How long something may stay unbilled: unbilled-limits.dmn. */
class UnbilledLimitsTableTests {

  private static final DmnEngine ENGINE =
      new DefaultDmnEngineConfiguration().enableFeelLegacyBehavior(true).buildEngine();
  private static final DmnDecision TABLE = table();

  @ParameterizedTest
  @CsvSource({
    "PROOF_MISSING, 10, INR, 5000, true, 3, 5",
    "PROOF_MISSING, 10, INR, 1000000, true, 1, 2",
    "PROOF_MISSING, 10, USD, 10000, true, 1, 2",
    "PROOF_MISSING, 61, INR, 5000, true, 1, 3",
    "PROOF_MISSING, 10, INR, 999, false, 0, 0",
    "PROOF_MISSING, 90, INR, 999, false, 0, 0",
    "PROOF_MISSING, 91, INR, 999, true, 1, 3",
    "PROOF_MISSING, 10, USD, 9, false, 0, 0",
    "PROOF_MISSING, 10, USD, 10, true, 3, 5",
    "PRICE_MISSING, 10, INR, , true, 2, 5",
    "PO_EXHAUSTED, 10, INR, 1000, true, 3, 5",
    "IN_DRAFT, 10, INR, 5000, true, 5, 5",
    "CREDIT_DUE, 10, INR, 5000, true, 5, 5",
    "READY, 10, INR, 5000, true, 10, 5",
    "IN_APPROVAL, 70, INR, 5000000, true, 20, 5",
    "WAITING_FOR_MILESTONE, 70, INR, 5000000, true, 45, 10",
    "WAITING_FOR_MONTH_END, 30, INR, 5000000, false, 0, 0"
  })
  void answers(
      String cause,
      long age,
      String currency,
      @Nullable Long value,
      boolean chased,
      int chaseAfter,
      int escalateAfter) {
    assertThat(ask(cause, age, currency, value))
        .containsEntry("chased", chased)
        .containsEntry("chaseAfter", chaseAfter)
        .containsEntry("escalateAfter", escalateAfter)
        .hasEntrySatisfying("because", text -> assertThat(String.valueOf(text)).endsWith("."));
  }

  @ParameterizedTest
  @EnumSource(Cause.class)
  void everyCauseHasAnAnswerAtEveryAgeAndValue(Cause cause) {
    for (long age : List.of(0L, 60L, 61L, 90L, 91L, 5000L)) {
      for (String currency : List.of("INR", "EUR")) {
        for (Long value : new Long[] {null, 0L, 9L, 10L, 999L, 1000L, 10_000L, 1_000_000L}) {
          assertThat(ask(cause.name(), age, currency, value)).containsKey("chased");
        }
      }
    }
  }

  @Test
  void whatIsNotChasedSaysWhyToo() {
    assertThat(String.valueOf(ask("READY", 5, "INR", 10L).get("because"))).contains("1,000");
  }

  private static Map<String, Object> ask(
      String cause, long age, String currency, @Nullable Long value) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("cause", cause);
    facts.put("age", age);
    facts.put("currency", currency);
    facts.put("value", value);
    return ENGINE.evaluateDecisionTable(TABLE, facts).getSingleResult().getEntryMap();
  }

  private static DmnDecision table() {
    try (InputStream model = Files.newInputStream(Path.of("processes/unbilled-limits.dmn"))) {
      return ENGINE.parseDecision("unbilled-limits", model);
    } catch (java.io.IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
