package io.dunwell.approval.process;

import io.dunwell.approval.ApprovalView;
import io.dunwell.approval.Approvals;
import io.dunwell.approval.Approvers;
import io.dunwell.approval.Department;
import io.dunwell.approval.Standing;
import io.dunwell.approval.Verdict;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.shared.Actor;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Binds the task {@code decideApprovers}. Departments whose earlier approval stands are required
 * and not asked.
 */
@Component("decideApprovers")
class DecideApprovers implements JavaDelegate {

  private final Approvals approvals;
  private final Approvers approvers;

  DecideApprovers(Approvals approvals, Approvers approvers) {
    this.approvals = approvals;
    this.approvers = approvers;
  }

  @Override
  public void execute(DelegateExecution execution) {
    InvoiceId invoice = InvoiceApproval.invoiceOf(execution);
    InvoiceView view = approvals.invoice(invoice);
    Approvers.Decision decision = approvers.decide(view);
    boolean first = view.preparation().revision() == 1;
    boolean straight = decision.policy() != null && (first || unheard(invoice));
    InvoiceApproval.STRAIGHT.lend(execution, straight);
    if (decision.policy() != null) {
      InvoiceApproval.POLICY.lend(execution, decision.policy());
    }
    if (straight) {
      approvals.pass(invoice, decision, Actor.SYSTEM);
    } else {
      approvals.require(
          invoice, withReturners(invoice, decision.because()), decision.facts(), Actor.SYSTEM);
      Set<Department> open = open(invoice);
      for (Department each : Department.values()) {
        InvoiceApproval.asked(each).set(execution, open.contains(each));
      }
    }
  }

  /** No department has said anything about it; the tax office may have. */
  private boolean unheard(InvoiceId invoice) {
    return approvals.verdicts(invoice).stream().allMatch(each -> each.department() == null);
  }

  /** Whoever sent it back looks at it again, even if no rule asks for that any more. */
  private Map<Department, String> withReturners(
      InvoiceId invoice, Map<Department, String> because) {
    Map<Department, String> all = new EnumMap<>(Department.class);
    for (ApprovalView each : approvals.verdicts(invoice)) {
      if (each.department() != null && each.verdict() == Verdict.RETURNED) {
        all.put(each.department(), "It sent an earlier version back.");
      }
    }
    all.putAll(because);
    return all;
  }

  private Set<Department> open(InvoiceId invoice) {
    return approvals.standings(invoice).stream()
        .filter(Standing::isOpen)
        .map(Standing::department)
        .collect(Collectors.toSet());
  }
}
