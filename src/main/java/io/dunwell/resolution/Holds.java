package io.dunwell.resolution;

import io.dunwell.party.CustomerId;
import io.dunwell.resolution.events.HoldPlaced;
import io.dunwell.resolution.events.HoldReleased;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.Page;
import io.dunwell.shared.RuleViolation;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stops the chase for a while, and lets it go on. Each method is one transaction and one act. */
@Service
@Transactional
public class Holds {

  private final PlacedHolds holds;
  private final HeldAccounts accounts;
  private final ApplicationEventPublisher events;

  Holds(PlacedHolds holds, HeldAccounts accounts, ApplicationEventPublisher events) {
    this.holds = holds;
    this.accounts = accounts;
    this.events = events;
  }

  /**
   * Places a hold under the lock of the accounts it touches.
   *
   * @throws RuleViolation {@code hold.item-unknown}, {@code hold.other-customer} or {@code
   *     hold.other-currency} if the item does not fit
   */
  public HoldId place(NewHold hold, Actor by) {
    return placeAll(List.of(hold), by).get(0);
  }

  /** Places many holds at once, in their order; all of them or none. */
  public List<HoldId> placeAll(List<NewHold> wanted, Actor by) {
    List<Hold> placed =
        accounts.lockedFor(wanted).stream().map(hold -> new Hold(hold, by)).toList();
    holds.saveAll(placed);
    holds.flush();
    List<HoldView> views = placed.stream().map(Hold::view).toList();
    views.forEach(view -> tellPlaced(view, by));
    return views.stream().map(HoldView::id).toList();
  }

  /**
   * Ends a hold: on that day the money can be chased again.
   *
   * @throws RuleViolation {@code hold.unknown}, {@code hold.already-released}, or without a reason
   */
  public void release(HoldId id, LocalDate on, String why, Actor by) {
    accounts.lock(view(id));
    Hold hold = holds.findForChange(id.value()).orElseThrow(() -> unknown(id));
    hold.release(on, why, by);
    HoldView view = holds.save(hold).view();
    holds.flush();
    events.publishEvent(
        new HoldReleased(id.value(), view.customer().value(), view.currency(), itemOf(view), on));
    events.publishEvent(audit(by, "hold.released", view, why));
  }

  /** Ends those that have not ended yet; the others stay as they are. */
  void releaseAll(Collection<UUID> ids, LocalDate on, String why, Actor by) {
    for (Hold hold : holds.findByIdIn(ids)) {
      if (!hold.released()) {
        release(hold.view().id(), on, why, by);
      }
    }
  }

  void releaseUnlessReleased(HoldId id, LocalDate on, String why, Actor by) {
    releaseAll(List.of(id.value()), on, why, by);
  }

  @Transactional(readOnly = true)
  public HoldView view(HoldId id) {
    return holds.findById(id.value()).orElseThrow(() -> unknown(id)).view();
  }

  /** Every hold a customer ever had, the latest first. */
  @Transactional(readOnly = true)
  public List<HoldView> ofCustomer(CustomerId customer) {
    return holds.findByCustomerOrderByFromOnDescIdDesc(customer.value()).stream()
        .map(Hold::view)
        .toList();
  }

  /** The holds that count on that day, the latest first. */
  @Transactional(readOnly = true)
  public Page<HoldView> inForceOn(LocalDate day, int page, int size) {
    var found = holds.inForceOn(day, PageRequest.of(page, size)).map(Hold::view);
    return new Page<>(found.getContent(), page, size, found.getTotalElements());
  }

  private void tellPlaced(HoldView hold, Actor by) {
    events.publishEvent(
        new HoldPlaced(
            hold.id().value(),
            hold.customer().value(),
            hold.currency(),
            itemOf(hold),
            hold.reason().name(),
            hold.from()));
    events.publishEvent(audit(by, "hold.placed", hold, hold.why()));
  }

  private static @Nullable UUID itemOf(HoldView hold) {
    return hold.item() == null ? null : hold.item().value();
  }

  private static Auditable audit(Actor by, String act, HoldView hold, String why) {
    return new Auditable(
        by,
        act,
        "hold",
        hold.id().value().toString(),
        Map.of(
            "customer", hold.customer().value().toString(),
            "reason", hold.reason().name(),
            "why", why,
            "from", hold.from().toString(),
            "until", String.valueOf(hold.until())));
  }

  private static RuleViolation unknown(HoldId id) {
    return new RuleViolation("hold.unknown", "There is no hold " + id.value() + ".");
  }
}
