package io.dunwell.dunning.process;

import io.dunwell.dunning.Dunning;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Binds the task {@code closeCase}. */
@Component("closeCase")
class CloseCase implements JavaDelegate {

  private final Dunning dunning;

  CloseCase(Dunning dunning) {
    this.dunning = dunning;
  }

  @Override
  public void execute(DelegateExecution execution) {
    dunning.close(CollectionCase.idOf(execution), "Everything was settled.");
  }
}
