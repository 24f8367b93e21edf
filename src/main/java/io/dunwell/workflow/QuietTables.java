package io.dunwell.workflow;

import io.dunwell.shared.Together;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;

/**
 * Asks tables questions without a trace in the engine's history, to which each question costs more
 * rows than it has facts; whoever asks keeps the answers that matter.
 */
@Component
class QuietTables {

  /** By the id of the definition, whose model never changes. */
  private final Map<String, DmnDecision> parsed = new ConcurrentHashMap<>();

  private final RepositoryService repository;
  private final DmnEngine engine =
      new DefaultDmnEngineConfiguration().enableFeelLegacyBehavior(true).buildEngine();

  QuietTables(RepositoryService repository) {
    this.repository = repository;
  }

  List<Map<String, Object>> decideEach(String table, List<Map<String, Object>> questions) {
    if (questions.isEmpty()) {
      return List.of();
    }
    DmnDecision decision = newest(table);
    return questions.stream()
        .map(facts -> answer(table, decision, facts).getSingleResult().getEntryMap())
        .toList();
  }

  List<Map<String, Object>> decideAll(String table, Map<String, Object> facts) {
    DmnDecision decision = Together.once(new Newest(table), () -> newest(table));
    return answer(table, decision, facts).getResultList();
  }

  /** The question which model of a table is the newest. */
  private record Newest(String table) {}

  private DmnDecisionTableResult answer(
      String table, DmnDecision decision, Map<String, Object> facts) {
    DmnDecisionTableResult result = engine.evaluateDecisionTable(decision, facts);
    if (result.isEmpty()) {
      throw new IllegalStateException("The table " + table + " has no answer to " + facts);
    }
    return result;
  }

  private DmnDecision newest(String table) {
    DecisionDefinition definition =
        repository
            .createDecisionDefinitionQuery()
            .decisionDefinitionKey(table)
            .latestVersion()
            .singleResult();
    if (definition == null) {
      throw new IllegalStateException("There is no table " + table);
    }
    return parsed.computeIfAbsent(definition.getId(), id -> parse(table, id));
  }

  private DmnDecision parse(String table, String definition) {
    return engine.parseDecision(table, repository.getDecisionModel(definition));
  }
}
