package io.dunwell.resolution;

import io.dunwell.party.CustomerId;
import io.dunwell.receivables.ItemId;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Ids;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.ListIndexBase;
import org.jspecify.annotations.Nullable;

/** A customer's word: open until the money came, or did not. */
@Entity
@Table(schema = "resolution", name = "promise")
class Promise {

  @Id private UUID id;
  private UUID customer;
  private String currency;
  private LocalDate madeOn;
  private String madeBy;
  private String note;

  @Enumerated(EnumType.STRING)
  private PromiseState state;

  private @Nullable LocalDate decidedOn;
  @Version private @Nullable Integer version;

  @ElementCollection
  @CollectionTable(
      schema = "resolution",
      name = "promise_part",
      joinColumns = @JoinColumn(name = "promise"))
  @OrderColumn(name = "part")
  @ListIndexBase(1)
  private List<PromisePart> parts;

  @ElementCollection
  @CollectionTable(
      schema = "resolution",
      name = "promise_item",
      joinColumns = @JoinColumn(name = "promise"))
  @Column(name = "item")
  private Set<UUID> items = new HashSet<>();

  @ElementCollection
  @CollectionTable(
      schema = "resolution",
      name = "promise_hold",
      joinColumns = @JoinColumn(name = "promise"))
  @Column(name = "hold")
  private Set<UUID> holds = new HashSet<>();

  @SuppressWarnings("NullAway.Init")
  protected Promise() {}

  Promise(NewPromise promise, List<HoldId> placed, int graceDays, Actor by) {
    this.id = Ids.next();
    this.customer = promise.customer().value();
    this.currency = promise.currency().getCurrencyCode();
    this.madeOn = promise.madeOn();
    this.madeBy = by.name();
    this.note = promise.note();
    this.state = PromiseState.OPEN;
    this.parts =
        promise.parts().stream()
            .map(part -> new PromisePart(part, graceDays))
            .collect(Collectors.toList());
    promise.items().stream().map(ItemId::value).forEach(items::add);
    placed.stream().map(HoldId::value).forEach(holds::add);
  }

  /**
   * Compares the word with the money that came, on that day.
   *
   * @param owing whether anything of what was promised is still to be paid at all
   */
  void weigh(Cash cash, boolean owing, LocalDate day) {
    BigDecimal promisedBefore = BigDecimal.ZERO;
    for (PromisePart part : parts) {
      if (part.is(PromisePart.Outcome.OPEN)) {
        LocalDate until = day.isBefore(part.graceUntil()) ? day : part.graceUntil();
        part.weigh(cash.until(until).subtract(promisedBefore), day);
      }
      promisedBefore = promisedBefore.add(part.amount());
    }
    state = owing ? stateOfParts(cash, day) : PromiseState.KEPT;
    end(day);
  }

  void replace(LocalDate day) {
    state = PromiseState.REPLACED;
    end(day);
  }

  boolean open() {
    return state == PromiseState.OPEN;
  }

  Set<UUID> holds() {
    return Set.copyOf(holds);
  }

  Set<UUID> items() {
    return Set.copyOf(items);
  }

  /** What is promised and has not come yet. */
  BigDecimal outstanding() {
    return parts.stream()
        .map(part -> part.amount().subtract(part.received()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  PromiseView view() {
    return new PromiseView(
        new PromiseId(id),
        new CustomerId(customer),
        currency,
        madeOn,
        madeBy,
        note,
        state,
        decidedOn,
        List.copyOf(items),
        parts.stream().map(PromisePart::view).toList());
  }

  private PromiseState stateOfParts(Cash cash, LocalDate day) {
    if (parts.stream().allMatch(part -> part.is(PromisePart.Outcome.KEPT))) {
      return PromiseState.KEPT;
    }
    boolean failed =
        parts.stream()
            .anyMatch(
                part ->
                    part.is(PromisePart.Outcome.BROKEN)
                        || part.is(PromisePart.Outcome.PARTLY_KEPT));
    if (!failed) {
      return PromiseState.OPEN;
    }
    return cash.until(day).signum() > 0 ? PromiseState.PARTLY_KEPT : PromiseState.BROKEN;
  }

  private void end(LocalDate day) {
    if (state != PromiseState.OPEN) {
      decidedOn = day;
      parts.forEach(PromisePart::lapse);
    }
  }
}
