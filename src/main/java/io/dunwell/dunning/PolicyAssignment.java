package io.dunwell.dunning;

import io.dunwell.shared.Actor;
import io.dunwell.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Generated;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** From a day on, a policy holds for an invoice, a customer, or the company. */
@Entity
@Table(schema = "dunning", name = "policy_assignment")
class PolicyAssignment implements Persistable<UUID> {

  enum Scope {
    COMPANY,
    CUSTOMER,
    INVOICE
  }

  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  private Scope scope;

  private @Nullable UUID subject;
  private @Nullable String policy;
  private LocalDate effectiveOn;
  private String recordedBy;

  @Generated
  @Column(insertable = false, updatable = false)
  private @Nullable Instant recordedAt;

  @SuppressWarnings("NullAway.Init")
  protected PolicyAssignment() {}

  PolicyAssignment(
      Scope scope, @Nullable UUID subject, @Nullable String policy, LocalDate from, Actor by) {
    this.id = Ids.next();
    this.scope = scope;
    this.subject = subject;
    this.policy = policy;
    this.effectiveOn = from;
    this.recordedBy = by.name();
  }

  @Override
  public UUID getId() {
    return id;
  }

  @Override
  public boolean isNew() {
    return recordedAt == null;
  }

  AssignmentView view() {
    return new AssignmentView(scope.name(), subject, policy, effectiveOn, recordedBy);
  }
}
