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
import java.util.Map;
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
  private final ApplicationEventPublisher events;

  Reversals(
      Accounts accounts,
      OpenItems openItems,
      Ledger ledger,
      ReceiptTables receipts,
      AllocationTables allocations,
      ApplicationEventPublisher events) {
    this.accounts = accounts;
    this.openItems = openItems;
    this.ledger = ledger;
    this.receipts = receipts;
    this.allocations = allocations;
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
    AccountKey account = receipts.view(id).account();
    accounts.lock(account.customer(), account.currency());
    ReceiptView receipt = receipts.view(id);
    AllocationRules.checkReason(reason);
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
    Map<String, String> details = Map.of("reason", reason, "effectiveOn", day.toString());
    events.publishEvent(
        new Auditable(by, "receipt.cancelled", "receipt", receipt.label(), details));
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
