package io.dunwell.billing.process;

import io.dunwell.billing.BillingRuns;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Binds the task {@code makeDrafts} of billing-run.bpmn. */
@Component("makeDrafts")
class MakeDrafts implements JavaDelegate {

  private final BillingRuns runs;

  MakeDrafts(BillingRuns runs) {
    this.runs = runs;
  }

  @Override
  public void execute(DelegateExecution execution) {
    runs.work(UUID.fromString(execution.getProcessBusinessKey()));
  }
}
