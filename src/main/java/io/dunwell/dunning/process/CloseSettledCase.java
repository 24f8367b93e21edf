package io.dunwell.dunning.process;

import io.dunwell.dunning.Dunning;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Binds the task {@code closeSettledCase}. */
@Component("closeSettledCase")
class CloseSettledCase implements JavaDelegate {

  private final Dunning dunning;

  CloseSettledCase(Dunning dunning) {
    this.dunning = dunning;
  }

  @Override
  public void execute(DelegateExecution execution) {
    dunning.close(CollectionCase.idOf(execution), "Nothing was left to collect.");
  }
}
