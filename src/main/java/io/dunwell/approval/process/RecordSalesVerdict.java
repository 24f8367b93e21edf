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

/** Binds the task {@code recordSalesVerdict}, which follows {@code approveSales}. */
@Component("recordSalesVerdict")
class RecordSalesVerdict implements JavaDelegate, HumanDecision {

  private final Verdicts verdicts;

  RecordSalesVerdict(Verdicts verdicts) {
    this.verdicts = verdicts;
  }

  @Override
  public String task() {
    return "approveSales";
  }

  @Override
  public Map<String, Object> facts(TaskView task) {
    return verdicts.facts(task, Department.SALES);
  }

  @Override
  public void check(TaskView task, Answer answer, Actor by) {
    verdicts.check(task, Department.SALES, answer, by);
  }

  @Override
  public void execute(DelegateExecution execution) {
    verdicts.record(execution, Department.SALES);
  }
}
