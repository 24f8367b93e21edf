package io.dunwell.approval.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Bound to the events that follow a department's time limits. */
@Component("remindDepartment")
class RemindDepartment implements JavaDelegate {

  private final LateApprovals late;

  RemindDepartment(LateApprovals late) {
    this.late = late;
  }

  @Override
  public void execute(DelegateExecution execution) {
    late.remind(
        InvoiceApproval.invoiceOf(execution),
        InvoiceApproval.departmentOf(execution.getCurrentActivityId()));
  }
}
