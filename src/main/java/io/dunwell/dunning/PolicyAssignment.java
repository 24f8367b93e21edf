package io.dunwell.dunning;

import io.dunwell.shared.Actor;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From a day on, a policy holds for an invoice, a customer, or the company. */
@Entity
@Table(schema = "dunning", name = "policy_assignment")
class PolicyAssignment extends Addition {

  enum Scope {
    COMPANY,
    CUSTOMER,
    INVOICE
  }

  @Enumerated(EnumType.STRING)
  private Scope scope;

  private @Nullable UUID subject;
  private @Nullable String policy;
  private LocalDate effectiveOn;

  @SuppressWarnings("NullAway.Init")
  protected PolicyAssignment() {}

  PolicyAssignment(
      Scope scope, @Nullable UUID subject, @Nullable String policy, LocalDate from, Actor by) {
    super(by);
    this.scope = scope;
    this.subject = subject;
    this.policy = policy;
    this.effectiveOn = from;
  }

  AssignmentView view() {
    return new AssignmentView(scope.name(), subject, policy, effectiveOn, recordedBy());
  }
}
