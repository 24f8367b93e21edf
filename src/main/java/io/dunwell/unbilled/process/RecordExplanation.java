package io.dunwell.unbilled.process;

import io.dunwell.shared.Actor;
import io.dunwell.unbilled.Chases;
import io.dunwell.workflow.Answer;
import io.dunwell.workflow.Answered;
import io.dunwell.workflow.HumanDecision;
import io.dunwell.workflow.TaskView;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Binds the task {@code recordExplanation}, which follows {@code explainUnbilled}. */
@Component("recordExplanation")
class RecordExplanation implements JavaDelegate, HumanDecision {

  private final Chases chases;
  private final UnbilledSheet sheet;

  RecordExplanation(Chases chases, UnbilledSheet sheet) {
    this.chases = chases;
    this.sheet = sheet;
  }

  @Override
  public String task() {
    return "explainUnbilled";
  }

  @Override
  public Map<String, Object> facts(TaskView task) {
    return sheet.of(task);
  }

  @Override
  public void check(TaskView task, Answer answer, Actor by) {
    chases.check(new SaidAnswer(answer).said());
  }

  @Override
  public void execute(DelegateExecution execution) {
    Answered answered = Answered.in(execution);
    chases.explain(
        UnbilledTask.idOf(execution), new SaidAnswer(answered.answer()).said(), answered.by());
  }
}
