package io.dunwell.resolution;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.LocalDate;

/** One sum of a promise. */
@Embeddable
class PromisePart {

  enum Outcome {
    OPEN,
    KEPT,
    PARTLY_KEPT,
    BROKEN,
    /** An earlier part was not kept, or the promise was replaced. */
    LAPSED
  }

  private BigDecimal amount;
  private LocalDate dueOn;
  private LocalDate graceUntil;
  private BigDecimal received;

  @Enumerated(EnumType.STRING)
  private Outcome outcome;

  @SuppressWarnings("NullAway.Init")
  protected PromisePart() {}

  PromisePart(NewPromise.Part part, int graceDays) {
    this.amount = part.amount().amount();
    this.dueOn = part.payBy();
    this.graceUntil = part.payBy().plusDays(graceDays);
    this.received = BigDecimal.ZERO;
    this.outcome = Outcome.OPEN;
  }

  BigDecimal amount() {
    return amount;
  }

  BigDecimal received() {
    return received;
  }

  LocalDate graceUntil() {
    return graceUntil;
  }

  boolean is(Outcome wanted) {
    return outcome == wanted;
  }

  void lapse() {
    if (outcome == Outcome.OPEN) {
      outcome = Outcome.LAPSED;
    }
  }

  /** Weighs the money that came for this part by its last day, on that day. */
  void weigh(BigDecimal came, LocalDate day) {
    received = came.max(BigDecimal.ZERO).min(amount);
    if (received.compareTo(amount) == 0) {
      outcome = Outcome.KEPT;
    } else if (day.isAfter(graceUntil)) {
      outcome = received.signum() > 0 ? Outcome.PARTLY_KEPT : Outcome.BROKEN;
    }
  }

  PromiseView.Part view() {
    return new PromiseView.Part(amount, dueOn, graceUntil, received, outcome.name());
  }
}
