package io.dunwell.approval.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who approves what, and how long they may take: the tables at their boundaries. */
class ApproversTableTests {

  private static final DmnEngine ENGINE = engine();
  private static final Map<String, DmnDecision> DECISIONS = new HashMap<>();

  @ParameterizedTest
  @CsvSource({
    "49999, NOBODY",
    "50000, ACCOUNTS OPERATIONS SALES",
    "999999, ACCOUNTS OPERATIONS SALES",
    "1000000, ACCOUNTS OPERATIONS SALES SECOND_ACCOUNTS",
    "4999999, ACCOUNTS OPERATIONS SALES SECOND_ACCOUNTS",
    "5000000, ACCOUNTS MANAGEMENT OPERATIONS SALES SECOND_ACCOUNTS"
  })
  void theAmountDecides(long amount, String expected) {
    assertThat(asked(Map.of("amount", amount))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "499, NOBODY",
    "500, ACCOUNTS OPERATIONS SALES",
    "10000, ACCOUNTS OPERATIONS SALES SECOND_ACCOUNTS",
    "50000, ACCOUNTS MANAGEMENT OPERATIONS SALES SECOND_ACCOUNTS"
  })
  void otherCurrenciesHaveOtherLimits(long amount, String expected) {
    assertThat(asked(Map.of("amount", amount, "currency", "EUR"))).isEqualTo(expected);
  }

  @Test
  void whateverIsUnusualAsksThoseConcerned() {
    assertThat(asked(Map.of("asContracted", false))).isEqualTo("SALES");
    assertThat(asked(Map.of("discountPercent", 10))).isEqualTo("NOBODY");
    assertThat(asked(Map.of("discountPercent", 11))).isEqualTo("SALES");
    assertThat(asked(Map.of("discountPercent", 26))).isEqualTo("MANAGEMENT SALES");
    assertThat(asked(Map.of("newCustomer", true))).isEqualTo("ACCOUNTS SALES");
    assertThat(asked(Map.of("proofMissing", true))).isEqualTo("OPERATIONS");
    assertThat(asked(Map.of("export", true))).isEqualTo("ACCOUNTS");
    assertThat(asked(Map.of("creditClass", "D"))).isEqualTo("ACCOUNTS");
    assertThat(asked(Map.of("creditClass", "A"))).isEqualTo("NOBODY");
    assertThat(asked(Map.of("kind", "CREDIT_NOTE"))).isEqualTo("ACCOUNTS SALES");
    assertThat(asked(Map.of("kind", "ADVANCE"))).isEqualTo("ACCOUNTS SALES");
  }

  @Test
  void everyQuestionHasAnAnswerAndNobodyStandsAlone() {
    for (String kind : List.of("INVOICE", "CREDIT_NOTE", "DEBIT_NOTE", "ADVANCE")) {
      for (String currency : List.of("INR", "USD")) {
        for (long amount : List.of(0L, 499L, 500L, 49_999L, 50_000L, 9_000_000L)) {
          for (int bits = 0; bits < 64; bits++) {
            Map<String, Object> facts = new HashMap<>();
            facts.put("kind", kind);
            facts.put("currency", currency);
            facts.put("amount", amount);
            facts.put("asContracted", (bits & 1) == 0);
            facts.put("newCustomer", (bits & 2) != 0);
            facts.put("proofMissing", (bits & 4) != 0);
            facts.put("export", (bits & 8) != 0);
            facts.put("creditClass", (bits & 16) != 0 ? "C" : "unknown");
            facts.put("discountPercent", (bits & 32) != 0 ? 30 : 0);
            Set<String> asked = departments(facts);
            assertThat(asked).as(facts.toString()).isNotEmpty();
            assertThat(asked.contains("NOBODY") && asked.size() > 1).as(facts.toString()).isFalse();
          }
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SALES, 999999, 2, 4",
    "SALES, 1000000, 1, 2",
    "OPERATIONS, 5, 2, 4",
    "OPERATIONS, 9000000, 2, 4",
    "ACCOUNTS, 5, 2, 3",
    "ACCOUNTS, 1000000, 1, 2",
    "SECOND_ACCOUNTS, 5, 1, 2",
    "MANAGEMENT, 5, 2, 5"
  })
  void everyDepartmentHasItsLimits(String department, long amount, int remind, int escalate) {
    Map<String, Object> answer =
        evaluate("approval-time-limits", Map.of("department", department, "amount", amount))
            .getSingleResult()
            .getEntryMap();
    assertThat(answer)
        .containsEntry("remindAfter", remind)
        .containsEntry("escalateAfter", escalate);
  }

  private static String asked(Map<String, Object> unusual) {
    return String.join(" ", departments(unusual));
  }

  private static Set<String> departments(Map<String, Object> unusual) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("kind", "INVOICE");
    facts.put("currency", "INR");
    facts.put("amount", 400L);
    facts.put("asContracted", true);
    facts.put("discountPercent", 0);
    facts.put("newCustomer", false);
    facts.put("creditClass", "unknown");
    facts.put("proofMissing", false);
    facts.put("export", false);
    facts.putAll(unusual);
    return evaluate("invoice-approvers", facts).getResultList().stream()
        .map(answer -> String.valueOf(answer.get("department")))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static DmnDecisionTableResult evaluate(String table, Map<String, Object> facts) {
    DmnDecision decision = DECISIONS.computeIfAbsent(table, ApproversTableTests::parsed);
    return ENGINE.evaluateDecisionTable(decision, Variables.fromMap(facts));
  }

  private static DmnDecision parsed(String table) {
    try (var model = Files.newInputStream(Path.of("processes", table + ".dmn"))) {
      return ENGINE.parseDecision(table, model);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static DmnEngine engine() {
    DefaultDmnEngineConfiguration configuration =
        (DefaultDmnEngineConfiguration)
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
    configuration.enableFeelLegacyBehavior(true);
    return configuration.buildEngine();
  }
}
