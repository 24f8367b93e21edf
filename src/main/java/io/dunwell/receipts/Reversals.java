package io.dunwell.receipts;

import io.dunwell.ledger.Ledger;
import io.dunwell.receipts.events.AllocationReversed;
import io.dunwell.receivables.AccountKey;
import io.dunwell.receivables.Accounts;
import io.dunwell.receivables.ItemId;
import io.dunwell.receivables.ItemView;
import io.dunwell.receivables.OpenItems;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.RuleViolation;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes allocations and receipts back, by reversal. */
@Component
class Reversals {

  private final Accounts accounts;
  private final OpenItems openItems;
  private final Ledger ledger;
  private final ReceiptTables receipts;
  private final AllocationTables allocations;
  private final PayoutTables payouts;
  private final ApplicationEventPublisher events;

  Reversals(
      Accounts accounts,
      OpenItems openItems,
      Ledger ledger,
      ReceiptTables receipts,
      AllocationTables allocations,
      PayoutTables payouts,
      ApplicationEventPublisher events) {
    this.accounts = accounts;
    this.openItems = openItems;
    this.ledger = ledger;
    this.receipts = receipts;
    this.allocations = allocations;
    this.payouts = payouts;
    this.events = events;
  }

  void unallocate(AllocationId id, String reason, LocalDate on, Actor by) {
    AllocationView view = allocations.view(id);
    AccountKey account = openItems.view(view.item()).account();
    accounts.lock(account.customer(), account.currency());
    AllocationRules.checkReason(reason);
    AllocationRules.checkDay(on, view.effectiveOn(), "the allocation");
    takeBack(view, reason, on, by);
  }

  void cancel(ReceiptId id, String reason, LocalDate on, Actor by) {
    PayoutView broughtBy = payouts.into(id).orElse(null);
    lock(id, broughtBy);
    ReceiptView receipt = receipts.view(id);
    AllocationRules.checkReason(reason);
    refusePaidOut(receipt);
    if (receipt.cancelledOn() != null) {
      throw new RuleViolation(
          "receipt.already-cancelled", "%s has already been cancelled.".formatted(receipt.label()));
    }
    LocalDate day = AllocationPlan.later(on, receipt.receivedOn());
    for (AllocationView each : allocations.ofReceipt(id)) {
      if (each.reversedOn() == null) {
        takeBack(each, reason, AllocationPlan.later(day, each.effectiveOn()), by);
        day = AllocationPlan.later(day, each.effectiveOn());
      } else {
        day = AllocationPlan.later(day, each.reversedOn());
      }
    }
    receipts.cancel(receipt, day);
    ledger.reverse(Booking.key(id), "receipt-cancelled:" + id, day, by);
    if (broughtBy != null && broughtBy.receipt() != null) {
      receipts.move(receipts.view(broughtBy.receipt()), broughtBy.amount(), day);
      payouts.takeBack(broughtBy.id(), day);
    }
    Map<String, String> details = Map.of("reason", reason, "effectiveOn", day.toString());
    events.publishEvent(
        new Auditable(by, "receipt.cancelled", "receipt", receipt.label(), details));
  }

  private void lock(ReceiptId id, @Nullable PayoutView broughtBy) {
    Set<AccountKey> keys = new HashSet<>();
    keys.add(receipts.view(id).account());
    if (broughtBy != null && broughtBy.receipt() != null) {
      keys.add(receipts.view(broughtBy.receipt()).account());
    }
    accounts.lockAll(keys);
  }

  private void refusePaidOut(ReceiptView receipt) {
    for (PayoutView each : payouts.from(receipt.id())) {
      if (each.takenBackOn() == null) {
        throw new RuleViolation(
            "receipt.paid-out",
            each.toReceipt() == null
                ? "Money of %s was given back. Book what came back as a receipt of its own."
                    .formatted(receipt.label())
                : "Money of %s was given over as %s. Cancel that one first."
                    .formatted(receipt.label(), receipts.view(each.toReceipt()).label()));
      }
    }
  }

  private void takeBack(AllocationView view, String reason, LocalDate on, Actor by) {
    Allocation allocation = allocationOf(view);
    allocations.reverse(view.id(), on, reason, by);
    openItems.reverse(allocation.key(), allocation.reversal(on), by);
    if (view.receipt() != null) {
      receipts.move(receipts.view(view.receipt()), view.amount(), on);
    }
    ItemView item = allocation.item();
    events.publishEvent(
        new AllocationReversed(view.id(), item.id(), item.customer(), view.amount(), on));
    Map<String, String> details =
        Map.of("reason", reason, "amount", view.amount().toString(), "effectiveOn", on.toString());
    events.publishEvent(new Auditable(by, "allocation.reversed", "item", item.label(), details));
  }

  private Allocation allocationOf(AllocationView view) {
    ItemId credit = view.creditItem();
    return new Allocation(
        view.id(),
        view.receipt(),
        credit == null ? null : openItems.view(credit),
        openItems.view(view.item()),
        view.amount(),
        view.effectiveOn(),
        view.reason());
  }
}
