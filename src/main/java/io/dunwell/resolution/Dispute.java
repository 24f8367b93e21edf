package io.dunwell.resolution;

import io.dunwell.party.CustomerId;
import io.dunwell.receivables.ItemId;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Ids;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.Words;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer says that something is wrong, and somebody has to find out. */
@Entity
@Table(schema = "resolution", name = "dispute")
class Dispute {

  @Id private UUID id;
  private UUID customer;
  private String currency;
  private @Nullable UUID item;
  private @Nullable BigDecimal amount;

  @Enumerated(EnumType.STRING)
  private Department department;

  private String claim;
  private LocalDate raisedOn;
  private String raisedBy;
  private UUID hold;

  @Enumerated(EnumType.STRING)
  private DisputeState state;

  private @Nullable LocalDate settledOn;
  private @Nullable String settledBy;
  private @Nullable String finding;
  @Version private @Nullable Integer version;

  @SuppressWarnings("NullAway.Init")
  protected Dispute() {}

  Dispute(NewDispute dispute, HoldId hold, Actor by) {
    ItemId disputed = dispute.item();
    Money part = dispute.amount();
    this.id = Ids.next();
    this.customer = dispute.customer().value();
    this.currency = dispute.currency().getCurrencyCode();
    this.item = disputed == null ? null : disputed.value();
    this.amount = part == null ? null : part.amount();
    this.department = dispute.department();
    this.claim = dispute.claim();
    this.raisedOn = dispute.raisedOn();
    this.raisedBy = by.name();
    this.hold = hold.value();
    this.state = DisputeState.OPEN;
  }

  void settle(DisputeState outcome, String found, LocalDate on, Actor by) {
    if (state != DisputeState.OPEN) {
      throw new RuleViolation(
          "dispute.already-settled",
          Words.sentence("This dispute was settled on %s already.", settledOn));
    }
    if (outcome == DisputeState.OPEN || found.isBlank()) {
      throw new RuleViolation("dispute.no-finding", "Say how the dispute ends and what was found.");
    }
    state = outcome;
    finding = found;
    settledOn = on.isBefore(raisedOn) ? raisedOn : on;
    settledBy = by.name();
  }

  DisputeView view() {
    return new DisputeView(
        new DisputeId(id),
        new CustomerId(customer),
        currency,
        item == null ? null : new ItemId(item),
        amount,
        department,
        claim,
        raisedOn,
        raisedBy,
        new HoldId(hold),
        state,
        settledOn,
        settledBy,
        finding);
  }
}
