package io.dunwell.billing.process;

import io.dunwell.approval.process.ApprovalTask;
import io.dunwell.approval.process.InvoiceApproval;
import io.dunwell.billing.Registrations;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** What the card of the task {@code mendRegistration} shows. */
@Component("mendingCard")
public class MendingCard {

  private static final int LONGEST = 60;

  private final ApprovalTask card;
  private final Registrations registrations;

  MendingCard(ApprovalTask card, Registrations registrations) {
    this.card = card;
    this.registrations = registrations;
  }

  /** Puts customer, amount and the portal's words onto the task itself. */
  public void fill(DelegateTask task) {
    card.fillCard(task);
    String words =
        registrations.refusal(InvoiceApproval.invoiceOf(task.getExecution())).orElse("");
    boolean longer = words.length() > LONGEST;
    task.setVariableLocal("refusal", longer ? words.substring(0, LONGEST - 1) + "…" : words);
  }
}
