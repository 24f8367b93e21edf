package io.dunwell.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NextStepTableTests {

  private static final DmnEngine ENGINE =
      new DefaultDmnEngineConfiguration().enableFeelLegacyBehavior(true).buildEngine();
  private static final DmnDecision TABLE = table();

  @ParameterizedTest
  @CsvSource({
    "REMINDER, false, false, false, REMINDER",
    "SECOND_REMINDER, false, false, false, SECOND_REMINDER",
    "CALL, false, false, false, CALL",
    "FINAL_NOTICE, false, false, true, FINAL_NOTICE",
    "MANAGEMENT_ESCALATION, false, false, false, MANAGEMENT_ESCALATION",
    "COURTESY_NOTE, false, false, false, COURTESY_NOTE",
    "LEGAL_REFERRAL, false, false, true, LEGAL_REFERRAL",
    "LEGAL_REFERRAL, false, false, false, PAUSE",
    "NONE, false, true, false, COMPLETE_CONTACT",
    "NONE, false, false, true, PAUSE",
    "NONE, true, false, false, CLOSE",
    "REMINDER, true, true, true, CLOSE"
  })
  void answers(String due, boolean cleared, boolean missing, boolean decided, String step) {
    assertThat(ask(due, cleared, missing, decided)).isEqualTo(step);
  }

  @ParameterizedTest
  @MethodSource("everything")
  void everyCombinationHasExactlyOneAnswer(Map<String, Object> facts) {
    assertThat(ENGINE.evaluateDecisionTable(TABLE, facts).getResultList()).hasSize(1);
  }

  @Test
  void everyCombinationIsTried() {
    assertThat(everything()).hasSize(64);
  }

  static List<Map<String, Object>> everything() {
    List<String> stages = new ArrayList<>(List.of(StepFacts.NONE));
    for (Stage stage : Stage.values()) {
      stages.add(stage.name());
    }
    List<Map<String, Object>> all = new ArrayList<>();
    for (String stage : stages) {
      for (int bits = 0; bits < 8; bits++) {
        all.add(facts(stage, (bits & 1) > 0, (bits & 2) > 0, (bits & 4) > 0));
      }
    }
    return all;
  }

  private static String ask(String due, boolean cleared, boolean missing, boolean decided) {
    return ENGINE
        .evaluateDecisionTable(TABLE, facts(due, cleared, missing, decided))
        .getSingleResult()
        .getSingleEntry();
  }

  private static Map<String, Object> facts(
      String due, boolean cleared, boolean missing, boolean decided) {
    return Map.of(
        "dueStage", due, "cleared", cleared, "contactMissing", missing, "legalDecided", decided);
  }

  private static DmnDecision table() {
    InputStream dmn =
        NextStepTableTests.class.getResourceAsStream("/processes/dunning-next-step.dmn");
    return ENGINE.parseDecision("dunning-next-step", dmn);
  }
}
