package io.dunwell.approval.process;

import io.dunwell.approval.Approvals;
import io.dunwell.shared.Actor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Binds the task {@code passStraight}. */
@Component("passStraight")
class PassStraight implements JavaDelegate {

  private final Approvals approvals;

  PassStraight(Approvals approvals) {
    this.approvals = approvals;
  }

  @Override
  public void execute(DelegateExecution execution) {
    approvals.passStraight(
        InvoiceApproval.invoiceOf(execution), InvoiceApproval.POLICY.from(execution), Actor.SYSTEM);
  }
}
