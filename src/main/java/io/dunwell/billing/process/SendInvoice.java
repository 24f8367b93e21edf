package io.dunwell.billing.process;

import io.dunwell.approval.process.InvoiceApproval;
import io.dunwell.billing.Invoicing;
import io.dunwell.shared.Actor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Binds the task {@code sendInvoice}, a job of its own that is repeated until it succeeds. */
@Component("sendInvoice")
class SendInvoice implements JavaDelegate {

  private final Invoicing invoicing;

  SendInvoice(Invoicing invoicing) {
    this.invoicing = invoicing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    invoicing.send(InvoiceApproval.invoiceOf(execution), Actor.SYSTEM);
  }
}
