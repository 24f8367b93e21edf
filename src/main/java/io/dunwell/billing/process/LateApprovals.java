package io.dunwell.billing.process;

import io.dunwell.billing.Department;
import io.dunwell.billing.InvoiceId;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What happens when a department takes longer than it may. */
@Component
class LateApprovals {

  private final ApplicationEventPublisher events;

  LateApprovals(ApplicationEventPublisher events) {
    this.events = events;
  }

  void remind(InvoiceId invoice, Department department) {
    tell("approval.reminded", invoice, department);
  }

  void escalate(InvoiceId invoice, Department department) {
    tell("approval.escalated", invoice, department);
  }

  private void tell(String act, InvoiceId invoice, Department department) {
    events.publishEvent(
        new Auditable(
            Actor.SYSTEM,
            act,
            "invoice",
            invoice.toString(),
            Map.of("department", department.name())));
  }
}
