package io.dunwell.billing.process;

import io.dunwell.billing.Approvals;
import io.dunwell.billing.InvoiceView;
import io.dunwell.billing.TimeLimits;
import io.dunwell.party.Customers;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Words;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What invoice-approval.bpmn asks about an invoice when it creates a task. */
@Component("approvalTask")
public class ApprovalTask {

  private static final int NORMAL = 40;
  private static final int REVISION = 50;

  private final Approvals approvals;
  private final TimeLimits limits;
  private final Customers customers;

  ApprovalTask(Approvals approvals, TimeLimits limits, Customers customers) {
    this.approvals = approvals;
    this.limits = limits;
    this.customers = customers;
  }

  public String customerName(DelegateExecution execution) {
    return customers.view(invoice(execution).customer()).name();
  }

  public String amount(DelegateExecution execution) {
    return Words.money(invoice(execution).total());
  }

  /** When the department is reminded, as an instant in ISO form. */
  public String remindAt(DelegateExecution execution) {
    return limits.beginOf(limits(execution).remindOn()).toString();
  }

  /** When its lead takes over, as an instant in ISO form. */
  public String escalateAt(DelegateExecution execution) {
    return limits.beginOf(limits(execution).escalateOn()).toString();
  }

  public int priority(DelegateExecution execution) {
    return isRevision(execution) ? REVISION : NORMAL;
  }

  /** When it is late: a department's when its lead takes over, nothing for a revision. */
  public @Nullable Date dueDate(DelegateExecution execution) {
    return isRevision(execution)
        ? null
        : Date.from(limits.beginOf(limits(execution).escalateOn()));
  }

  /** Who revises it; null where the system prepared it. */
  public @Nullable String preparer(DelegateExecution execution) {
    String by = invoice(execution).preparation().by();
    return by.equals(Actor.SYSTEM.name()) ? null : by;
  }

  private TimeLimits.Limits limits(DelegateExecution execution) {
    return limits.today(
        invoice(execution),
        InvoiceApproval.departmentOf(execution.getCurrentActivityId()));
  }

  private static boolean isRevision(DelegateExecution execution) {
    return InvoiceApproval.REVISE.equals(execution.getCurrentActivityId());
  }

  private InvoiceView invoice(DelegateExecution execution) {
    return approvals.invoice(InvoiceApproval.invoiceOf(execution));
  }
}
