package io.dunwell.billing.process;

import io.dunwell.shared.Actor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Binds the task {@code issueInvoice}, a job of its own that is repeated until it succeeds. */
@Component("issueInvoice")
class IssueInvoice implements JavaDelegate {

  private final ObjectProvider<Issuing> issuing;

  IssueInvoice(ObjectProvider<Issuing> issuing) {
    this.issuing = issuing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    issuing.getObject().issue(InvoiceApproval.invoiceOf(execution), Actor.SYSTEM);
  }
}
