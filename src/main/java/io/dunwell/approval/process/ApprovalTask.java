package io.dunwell.approval.process;

import io.dunwell.approval.Approvals;
import io.dunwell.approval.Department;
import io.dunwell.approval.TimeLimits;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.LineView;
import io.dunwell.party.Customers;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Words;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What invoice-approval.bpmn asks about an invoice when it creates a task. */
@Component("approvalTask")
public class ApprovalTask {

  private final Approvals approvals;
  private final TimeLimits limits;
  private final Customers customers;

  ApprovalTask(Approvals approvals, TimeLimits limits, Customers customers) {
    this.approvals = approvals;
    this.limits = limits;
    this.customers = customers;
  }

  /** Puts what the card shows onto the task itself, for only so may its group read it. */
  public void fillCard(DelegateTask task) {
    InvoiceView invoice = invoice(task.getExecution());
    task.setVariableLocal("customerName", customers.view(invoice.customer()).name());
    task.setVariableLocal("amount", Words.money(invoice.total()));
    long differing = invoice.lines().stream().filter(LineView::deviates).count();
    if (differing > 0) {
      task.setVariableLocal("differs", differing + " of " + invoice.lines().size() + " lines");
    }
  }

  /** Asked by what began before {@link #fillCard}, as is the next one. */
  public String customerName(DelegateExecution execution) {
    return customers.view(invoice(execution).customer()).name();
  }

  public String amount(DelegateExecution execution) {
    return Words.money(invoice(execution).total());
  }

  /** When the department is reminded, as an instant in ISO form. */
  public String remindAt(DelegateExecution execution, String department) {
    return limits.beginOf(limits(execution, department).remindOn()).toString();
  }

  /** When its lead takes over, as an instant in ISO form. */
  public String escalateAt(DelegateExecution execution, String department) {
    return limits.beginOf(limits(execution, department).escalateOn()).toString();
  }

  /** When it is late: when the department's lead takes over. */
  public Date dueDate(DelegateExecution execution, String department) {
    return Date.from(limits.beginOf(limits(execution, department).escalateOn()));
  }

  /** Who revises it; null where the system prepared it. */
  public @Nullable String preparer(DelegateExecution execution) {
    String by = invoice(execution).preparation().by();
    return by.equals(Actor.SYSTEM.name()) ? null : by;
  }

  private TimeLimits.Limits limits(DelegateExecution execution, String department) {
    return limits.today(invoice(execution), Department.valueOf(department));
  }

  private InvoiceView invoice(DelegateExecution execution) {
    return approvals.invoice(InvoiceApproval.invoiceOf(execution));
  }
}
