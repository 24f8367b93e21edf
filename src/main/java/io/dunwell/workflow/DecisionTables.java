package io.dunwell.workflow;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Asks decision tables questions and keeps the engine out of sight. */
@Service
public class DecisionTables {

  private static final Logger log = LoggerFactory.getLogger(DecisionTables.class);

  private final DecisionService decisions;
  private final QuietTables quiet;

  DecisionTables(DecisionService decisions, QuietTables quiet) {
    this.decisions = decisions;
    this.quiet = quiet;
  }

  /**
   * The single answer of a table to these facts.
   *
   * @param about business key of what the question is about, for the log
   * @throws IllegalStateException if the table has no answer: a table must answer every question
   */
  public Map<String, Object> decide(String table, String about, Map<String, Object> facts) {
    DmnDecisionTableResult result = decisions.evaluateDecisionTableByKey(table, facts);
    if (result.isEmpty()) {
      throw new IllegalStateException("The table " + table + " has no answer to " + facts);
    }
    Map<String, Object> answer = result.getSingleResult().getEntryMap();
    log.debug("{} about {}: {} is answered with {}", table, about, facts, answer);
    return answer;
  }

  /**
   * All answers of a table that collects them, without a trace in the engine's history: whoever
   * asks keeps question and answer with what they are about.
   *
   * @param about business key of what the question is about, for the log
   * @throws IllegalStateException if the table has no answer: a table must answer every question
   */
  public List<Map<String, Object>> decideAll(
      String table, String about, Map<String, Object> facts) {
    List<Map<String, Object>> answers = quiet.decideAll(table, facts);
    log.debug("{} about {}: {} is answered with {}", table, about, facts, answers);
    return answers;
  }

  /**
   * The single answers of a table to many questions, in the same order, without a trace in the
   * engine's history: thousands of questions a day would flood it.
   *
   * @throws IllegalStateException if the table has no answer: a table must answer every question
   */
  public List<Map<String, Object>> decideEach(String table, List<Map<String, Object>> questions) {
    return quiet.decideEach(table, questions);
  }
}
