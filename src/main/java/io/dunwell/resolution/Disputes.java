package io.dunwell.resolution;

import io.dunwell.party.CustomerId;
import io.dunwell.receivables.Accounts;
import io.dunwell.receivables.ItemId;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.Page;
import io.dunwell.shared.RuleViolation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What customers say is wrong. What is disputed is not chased until the dispute is settled. */
@Service
@Transactional
public class Disputes {

  private final RaisedDisputes disputes;
  private final Holds holds;
  private final Accounts accounts;
  private final ApplicationEventPublisher events;

  Disputes(
      RaisedDisputes disputes, Holds holds, Accounts accounts, ApplicationEventPublisher events) {
    this.disputes = disputes;
    this.holds = holds;
    this.accounts = accounts;
    this.events = events;
  }

  /**
   * Writes the dispute down and places its hold.
   *
   * @throws RuleViolation {@code dispute.already-open} if the item is disputed already
   */
  public DisputeId raise(NewDispute dispute, Actor by) {
    accounts.lock(dispute.customer(), dispute.currency());
    ItemId item = dispute.item();
    if (item != null && disputes.existsByItemAndState(item.value(), DisputeState.OPEN)) {
      throw new RuleViolation(
          "dispute.already-open", "This invoice is disputed already: add to that dispute.");
    }
    HoldId hold = holds.place(holdFor(dispute), by);
    DisputeView view = disputes.save(new Dispute(dispute, hold, by)).view();
    disputes.flush();
    tell(by, "dispute.raised", view, view.claim());
    return view.id();
  }

  /**
   * Settles the dispute and ends its hold on that day.
   *
   * @param outcome anything but {@code OPEN}
   * @throws RuleViolation {@code dispute.unknown}, {@code dispute.already-settled}, {@code
   *     dispute.no-finding}
   */
  public void settle(DisputeId id, DisputeState outcome, String finding, LocalDate on, Actor by) {
    Dispute dispute = disputes.findForChange(id.value()).orElseThrow(() -> unknown(id));
    dispute.settle(outcome, finding, on, by);
    DisputeView view = disputes.save(dispute).view();
    disputes.flush();
    holds.releaseUnlessReleased(view.hold(), on, "Dispute settled: " + finding, by);
    tell(by, "dispute.settled", view, finding);
  }

  @Transactional(readOnly = true)
  public DisputeView view(DisputeId id) {
    return disputes.findById(id.value()).orElseThrow(() -> unknown(id)).view();
  }

  /** Every dispute a customer ever raised, the latest first. */
  @Transactional(readOnly = true)
  public List<DisputeView> ofCustomer(CustomerId customer) {
    return disputes.findByCustomerOrderByIdDesc(customer.value()).stream()
        .map(Dispute::view)
        .toList();
  }

  /** The disputes in that state, the latest first. */
  @Transactional(readOnly = true)
  public Page<DisputeView> in(DisputeState state, int page, int size) {
    var found =
        disputes.findByStateOrderByIdDesc(state, PageRequest.of(page, size)).map(Dispute::view);
    return new Page<>(found.getContent(), page, size, found.getTotalElements());
  }

  private static NewHold holdFor(NewDispute dispute) {
    return new NewHold(
        dispute.customer(),
        dispute.currency(),
        dispute.item(),
        dispute.amount(),
        HoldReason.DISPUTE,
        dispute.claim(),
        dispute.raisedOn(),
        null);
  }

  private void tell(Actor by, String act, DisputeView dispute, String text) {
    events.publishEvent(
        new Auditable(
            by,
            act,
            "dispute",
            dispute.id().value().toString(),
            Map.of(
                "customer", dispute.customer().value().toString(),
                "state", dispute.state().name(),
                "text", text)));
  }

  private static RuleViolation unknown(DisputeId id) {
    return new RuleViolation("dispute.unknown", "There is no dispute " + id.value() + ".");
  }
}
