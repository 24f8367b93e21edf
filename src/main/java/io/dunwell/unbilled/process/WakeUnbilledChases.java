package io.dunwell.unbilled.process;

import io.dunwell.unbilled.Chases;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Binds the task {@code wakeUnbilledChases} of unbilled-wake.bpmn. */
@Component("wakeUnbilledChases")
class WakeUnbilledChases implements JavaDelegate {

  private final Chases chases;

  WakeUnbilledChases(Chases chases) {
    this.chases = chases;
  }

  @Override
  public void execute(DelegateExecution execution) {
    chases.lookAgain(execution.getProcessBusinessKey());
  }
}
