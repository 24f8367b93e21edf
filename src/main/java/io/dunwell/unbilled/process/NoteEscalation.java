package io.dunwell.unbilled.process;

import io.dunwell.unbilled.Chases;
import io.dunwell.workflow.Workflow;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Binds the task {@code noteEscalation}. */
@Component("noteEscalation")
class NoteEscalation implements JavaDelegate {

  private final Chases chases;
  private final Workflow workflow;

  NoteEscalation(Chases chases, Workflow workflow) {
    this.chases = chases;
    this.workflow = workflow;
  }

  @Override
  public void execute(DelegateExecution execution) {
    // before the chase, as whoever completes its task does
    workflow.lockTasks(List.of(execution.getProcessBusinessKey()));
    chases.escalate(UnbilledTask.idOf(execution));
  }
}
