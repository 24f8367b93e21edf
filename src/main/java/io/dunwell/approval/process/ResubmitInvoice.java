package io.dunwell.approval.process;

import io.dunwell.approval.Approvals;
import io.dunwell.approval.Submitting;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceStatus;
import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import io.dunwell.workflow.Answer;
import io.dunwell.workflow.Answered;
import io.dunwell.workflow.HumanDecision;
import io.dunwell.workflow.TaskView;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Binds the task {@code resubmitInvoice}, which follows {@code reviseInvoice}. */
@Component("resubmitInvoice")
class ResubmitInvoice implements JavaDelegate, HumanDecision {

  private final Approvals approvals;
  private final Submitting submitting;
  private final InvoiceSheet sheet;

  ResubmitInvoice(Approvals approvals, Submitting submitting, InvoiceSheet sheet) {
    this.approvals = approvals;
    this.submitting = submitting;
    this.sheet = sheet;
  }

  @Override
  public String task() {
    return InvoiceApproval.REVISE;
  }

  @Override
  public Map<String, Object> facts(TaskView task) {
    return sheet.forRevision(InvoiceId.of(task.businessKey()));
  }

  @Override
  public void check(TaskView task, Answer answer, Actor by) {
    if (!Boolean.parseBoolean(answer.text("done").orElse("false"))) {
      throw new RuleViolation(
          "invoice.not-revised", "Correct the invoice first, then say that it is.");
    }
    if (approvals.invoice(InvoiceId.of(task.businessKey())).status() != InvoiceStatus.RETURNED) {
      throw new RuleViolation("invoice.wrong-state", "The invoice waits for no revision any more.");
    }
  }

  @Override
  public void execute(DelegateExecution execution) {
    submitting.resubmit(InvoiceApproval.invoiceOf(execution), Answered.in(execution).by());
  }
}
