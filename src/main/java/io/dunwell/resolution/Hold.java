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
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps money from being chased, from a day until a day or until somebody releases it. */
@Entity
@Table(schema = "resolution", name = "hold")
class Hold {

  @Id private UUID id;
  private UUID customer;
  private @Nullable String currency;
  private @Nullable UUID item;
  private @Nullable BigDecimal amount;

  @Enumerated(EnumType.STRING)
  private HoldReason reason;

  private String why;
  private LocalDate fromOn;
  private @Nullable LocalDate untilOn;
  private String placedBy;
  private @Nullable LocalDate releasedOn;
  private @Nullable String releasedBy;
  private @Nullable String releaseWhy;
  @Version private @Nullable Integer version;

  @SuppressWarnings("NullAway.Init")
  protected Hold() {}

  Hold(NewHold hold, Actor by) {
    Currency currencyOfHold = hold.currency();
    Money held = hold.amount();
    ItemId itemHeld = hold.item();
    this.id = Ids.next();
    this.customer = hold.customer().value();
    this.currency = currencyOfHold == null ? null : currencyOfHold.getCurrencyCode();
    this.item = itemHeld == null ? null : itemHeld.value();
    this.amount = held == null ? null : held.amount();
    this.reason = hold.reason();
    this.why = hold.why();
    this.fromOn = hold.from();
    this.untilOn = hold.until();
    this.placedBy = by.name();
  }

  void release(LocalDate on, String reasonToRelease, Actor by) {
    if (releasedOn != null) {
      throw new RuleViolation(
          "hold.already-released",
          "This hold was released on " + Words.day(releasedOn) + " already.");
    }
    if (reasonToRelease.isBlank()) {
      throw new RuleViolation("hold.no-release-reason", "Say why the hold ends.");
    }
    releasedOn = on.isBefore(fromOn) ? fromOn : on;
    releasedBy = by.name();
    releaseWhy = reasonToRelease;
  }

  boolean released() {
    return releasedOn != null;
  }

  HoldView view() {
    return new HoldView(
        new HoldId(id),
        new CustomerId(customer),
        currency,
        item == null ? null : new ItemId(item),
        amount,
        reason,
        why,
        fromOn,
        untilOn,
        releasedOn,
        placedBy,
        releasedBy,
        releaseWhy);
  }
}
