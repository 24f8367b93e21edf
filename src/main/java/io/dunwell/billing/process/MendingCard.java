package io.dunwell.billing.process;

import io.dunwell.approval.process.InvoiceApproval;
import io.dunwell.billing.Registrations;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** What the card of the task {@code mendRegistration} shows besides what all cards do. */
@Component("mendingCard")
public class MendingCard {

  private static final int LONGEST = 60;

  private final Registrations registrations;

  MendingCard(Registrations registrations) {
    this.registrations = registrations;
  }

  /** Puts the portal's words onto the task itself. */
  public void fill(DelegateTask task) {
    String words = registrations.refusal(InvoiceApproval.invoiceOf(task.getExecution())).orElse("");
    boolean longer = words.length() > LONGEST;
    task.setVariableLocal("refusal", longer ? words.substring(0, LONGEST - 1) + "…" : words);
  }
}
