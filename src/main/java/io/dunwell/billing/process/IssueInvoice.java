package io.dunwell.billing.process;

import io.dunwell.approval.process.InvoiceApproval;
import io.dunwell.billing.Invoicing;
import io.dunwell.billing.Registrations;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.shared.Actor;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Binds the task {@code issueInvoice}, a job of its own that is repeated until it succeeds. */
@Component("issueInvoice")
class IssueInvoice implements JavaDelegate {

  private final Invoicing invoicing;
  private final Registrations registrations;

  IssueInvoice(Invoicing invoicing, Registrations registrations) {
    this.invoicing = invoicing;
    this.registrations = registrations;
  }

  @Override
  public void execute(DelegateExecution execution) {
    InvoiceId invoice = InvoiceApproval.invoiceOf(execution);
    if (registrations.returnIfHindered(invoice, Actor.SYSTEM)) {
      throw new BpmnError(InvoiceApproval.TAX_CHANGED);
    }
    if (invoicing.issueOrReturn(invoice, Actor.SYSTEM).isEmpty()) {
      throw new BpmnError(InvoiceApproval.TAX_CHANGED);
    }
    InvoiceApproval.AWAITS_REGISTRATION.lend(execution, invoicing.awaitsRegistration(invoice));
  }
}
