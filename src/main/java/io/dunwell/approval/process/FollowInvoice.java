package io.dunwell.approval.process;

import io.dunwell.invoices.events.InvoiceCancelled;
import io.dunwell.invoices.events.InvoiceRegistered;
import io.dunwell.invoices.events.InvoiceSubmitted;
import io.dunwell.invoices.events.InvoiceWithdrawn;
import io.dunwell.invoices.events.RegistrationRefused;
import io.dunwell.workflow.Answered;
import io.dunwell.workflow.Workflow;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the process what happened to its invoice elsewhere, in the same transaction. */
@Component
class FollowInvoice {

  private final Workflow workflow;

  FollowInvoice(Workflow workflow) {
    this.workflow = workflow;
  }

  @EventListener
  void submitted(InvoiceSubmitted event) {
    String key = event.invoice().toString();
    if (event.revision() == 1) {
      workflow.start(InvoiceApproval.PROCESS, key);
    } else if (!Answered.beingGiven()) {
      workflow.tell(InvoiceApproval.RESUBMITTED, List.of(key));
    }
  }

  @EventListener
  void withdrawn(InvoiceWithdrawn event) {
    workflow.tell(InvoiceApproval.WITHDRAWN, List.of(event.invoice().toString()));
  }

  @EventListener
  void registered(InvoiceRegistered event) {
    workflow.tell(InvoiceApproval.SETTLED, List.of(event.invoice().toString()));
    workflow.tell(InvoiceApproval.REGISTERED, List.of(event.invoice().toString()));
  }

  /** A later refusal takes the place of an earlier one. */
  @EventListener
  void refused(RegistrationRefused event) {
    workflow.tell(InvoiceApproval.SETTLED, List.of(event.invoice().toString()));
    workflow.tell(InvoiceApproval.REFUSED, List.of(event.invoice().toString()));
  }

  /** One that waits to be registered waits no longer. */
  @EventListener
  void cancelled(InvoiceCancelled event) {
    workflow.tell(InvoiceApproval.WITHDRAWN, List.of(event.invoice().toString()));
  }
}
