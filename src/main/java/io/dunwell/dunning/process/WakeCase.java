package io.dunwell.dunning.process;

import io.dunwell.dunning.Dunning;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Binds the task {@code wakeCase} of case-wake.bpmn. */
@Component("wakeCase")
class WakeCase implements JavaDelegate {

  private final Dunning dunning;

  WakeCase(Dunning dunning) {
    this.dunning = dunning;
  }

  @Override
  public void execute(DelegateExecution execution) {
    dunning.endIfCleared(CollectionCase.idOf(execution));
  }
}
