package io.dunwell.approval.process;

import io.dunwell.approval.Department;
import io.dunwell.shared.Actor;
import io.dunwell.workflow.Answer;
import io.dunwell.workflow.HumanDecision;
import io.dunwell.workflow.TaskView;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Binds the task {@code recordManagementVerdict}, which follows {@code approveManagement}. */
@Component("recordManagementVerdict")
class RecordManagementVerdict implements JavaDelegate, HumanDecision {

  private final Verdicts verdicts;

  RecordManagementVerdict(Verdicts verdicts) {
    this.verdicts = verdicts;
  }

  @Override
  public String task() {
    return "approveManagement";
  }

  @Override
  public Map<String, Object> facts(TaskView task) {
    return verdicts.facts(task, Department.MANAGEMENT);
  }

  @Override
  public void check(TaskView task, Answer answer, Actor by) {
    verdicts.check(task, Department.MANAGEMENT, answer, by);
  }

  @Override
  public void execute(DelegateExecution execution) {
    verdicts.record(execution, Department.MANAGEMENT);
  }
}
