package io.dunwell.dunning.process;

import io.dunwell.dunning.Dunning;
import io.dunwell.dunning.Stage;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Binds the task {@code sendFinalNotice}. */
@Component("sendFinalNotice")
class SendFinalNotice implements JavaDelegate {

  private final Dunning dunning;

  SendFinalNotice(Dunning dunning) {
    this.dunning = dunning;
  }

  @Override
  public void execute(DelegateExecution execution) {
    dunning.act(CollectionCase.idOf(execution), Stage.FINAL_NOTICE);
  }
}
