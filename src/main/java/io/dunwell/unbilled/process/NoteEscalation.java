package io.dunwell.unbilled.process;

import io.dunwell.unbilled.Chases;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Binds the task {@code noteEscalation}. */
@Component("noteEscalation")
class NoteEscalation implements JavaDelegate {

  private final Chases chases;

  NoteEscalation(Chases chases) {
    this.chases = chases;
  }

  @Override
  public void execute(DelegateExecution execution) {
    chases.escalate(UnbilledTask.idOf(execution));
  }
}
