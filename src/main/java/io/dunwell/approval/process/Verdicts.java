package io.dunwell.approval.process;

import io.dunwell.approval.Approvals;
import io.dunwell.approval.Department;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import io.dunwell.workflow.Answer;
import io.dunwell.workflow.Answered;
import io.dunwell.workflow.TaskView;
import java.util.Map;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Takes down what a department says about an invoice. */
@Component
class Verdicts {

  private final Approvals approvals;
  private final InvoiceSheet sheet;

  Verdicts(Approvals approvals, InvoiceSheet sheet) {
    this.approvals = approvals;
    this.sheet = sheet;
  }

  Map<String, Object> facts(TaskView task, Department department) {
    return sheet.forApproval(InvoiceId.of(task.businessKey()), department);
  }

  void check(TaskView task, Department department, Answer answer, Actor by) {
    InvoiceId id = InvoiceId.of(task.businessKey());
    InvoiceView invoice = approvals.invoice(id);
    VerdictAnswer verdict = new VerdictAnswer(answer);
    approvals.refuseUnlessMayDecide(id, department, by);
    if (!verdict.version(invoice).equals(invoice.preparation().versionHash())) {
      throw new RuleViolation(
          "invoice.changed-meanwhile",
          "The invoice changed since you opened it; look at the new version first.");
    }
    if (verdict.contradicts(invoice)) {
      throw new RuleViolation(
          "approval.lines-marked",
          "You marked lines that are not right. Return the invoice, or clear the marks.");
    }
    if (verdict.choice() == VerdictAnswer.Choice.RETURN) {
      verdict.reason();
    }
  }

  /**
   * Applies the answer.
   *
   * @throws BpmnError {@code sentBack}, which calls all open approvals back
   */
  void record(DelegateExecution execution, Department department) {
    Answered answered = Answered.in(execution);
    InvoiceId id = InvoiceApproval.invoiceOf(execution);
    InvoiceView invoice = approvals.invoice(id);
    VerdictAnswer verdict = new VerdictAnswer(answered.answer());
    if (verdict.choice() == VerdictAnswer.Choice.RETURN) {
      approvals.sendBack(id, department, verdict.reason(), verdict.lines(invoice), answered.by());
      throw new BpmnError(InvoiceApproval.SENT_BACK);
    }
    approvals.approve(id, department, verdict.version(invoice), verdict.remark(), answered.by());
  }
}
