package io.dunwell.replay;

import io.dunwell.workflow.Answer;
import io.dunwell.workflow.TaskView;
import io.dunwell.workflow.Tasks;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The people of a replay, who answer every task the day it appears and change nothing by it: a call
 * reaches nobody, an escalation goes on, a dossier is handed over.
 */
@Component
class ReplayPeople {

  private static final Map<String, Answer> ANSWERS =
      Map.of(
          "callCustomer", Answer.of("outcome", "no-answer"),
          "decideEscalation", Answer.of("decision", "continue"),
          "prepareLegalReferral", Answer.of("lawyer", "As in the historic ledger"));

  private static final int AT_A_TIME = 500;

  private final Tasks tasks;

  ReplayPeople(Tasks tasks) {
    this.tasks = tasks;
  }

  void answer() {
    ANSWERS.forEach(this::answerAll);
  }

  /** How many tasks wait for people. */
  long waiting() {
    return ANSWERS.keySet().stream()
        .mapToLong(key -> tasks.waiting(key, Integer.MAX_VALUE).size())
        .sum();
  }

  private void answerAll(String key, Answer answer) {
    List<TaskView> waiting = tasks.waiting(key, AT_A_TIME);
    while (!waiting.isEmpty()) {
      waiting.forEach(task -> tasks.answer(task.id(), answer));
      waiting = tasks.waiting(key, AT_A_TIME);
    }
  }
}
