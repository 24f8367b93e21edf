package io.dunwell.unbilled.process;

import io.dunwell.shared.Actor;
import io.dunwell.unbilled.ChaseId;
import io.dunwell.unbilled.Chases;
import io.dunwell.workflow.Answer;
import io.dunwell.workflow.Answered;
import io.dunwell.workflow.HumanDecision;
import io.dunwell.workflow.TaskView;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Binds the task {@code confirmProof}, which follows {@code obtainProof}. */
@Component("confirmProof")
class ConfirmProof implements JavaDelegate, HumanDecision {

  private final Chases chases;
  private final UnbilledSheet sheet;

  ConfirmProof(Chases chases, UnbilledSheet sheet) {
    this.chases = chases;
    this.sheet = sheet;
  }

  @Override
  public String task() {
    return "obtainProof";
  }

  @Override
  public Map<String, Object> facts(TaskView task) {
    return sheet.of(task);
  }

  @Override
  public void check(TaskView task, Answer answer, Actor by) {
    chases.checkProof(ChaseId.of(task.businessKey()));
  }

  @Override
  public void execute(DelegateExecution execution) {
    chases.confirmProof(UnbilledTask.idOf(execution), Answered.in(execution).by());
  }
}
