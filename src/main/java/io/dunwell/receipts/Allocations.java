package io.dunwell.receipts;

import io.dunwell.receipts.events.ReceiptAllocated;
import io.dunwell.receivables.AccountKey;
import io.dunwell.receivables.Accounts;
import io.dunwell.receivables.ItemId;
import io.dunwell.receivables.ItemView;
import io.dunwell.receivables.OpenItems;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Puts receipts, credit notes and write-offs to open items. */
@Component
class Allocations {

  private final Accounts accounts;
  private final OpenItems openItems;
  private final ReceiptTables receipts;
  private final AllocationTables tables;
  private final ApplicationEventPublisher events;

  Allocations(
      Accounts accounts,
      OpenItems openItems,
      ReceiptTables receipts,
      AllocationTables tables,
      ApplicationEventPublisher events) {
    this.accounts = accounts;
    this.openItems = openItems;
    this.receipts = receipts;
    this.tables = tables;
    this.events = events;
  }

  AllocationId allocate(ReceiptId id, ItemId itemId, Money amount, LocalDate on, Actor by) {
    ReceiptView receipt = locked(id);
    ItemView item = openItems.view(itemId);
    AllocationRules.checkReceipt(receipt, amount, on);
    AllocationRules.checkItem(item, receipt.account(), amount, on);
    Allocation allocation = Allocation.ofReceipt(id, item, amount, on);
    record(receipt, List.of(allocation), by);
    return allocation.id();
  }

  List<AllocationId> oldestFirst(ReceiptId id, LocalDate on, Actor by) {
    ReceiptView receipt = locked(id);
    return spread(receipt, openItems.openOf(receipt.account()), on, by);
  }

  List<AllocationId> byReference(ReceiptId id, LocalDate on, Actor by) {
    ReceiptView receipt = locked(id);
    DocumentsNamed named = new DocumentsNamed(receipt.reference());
    List<ItemView> items =
        openItems.openOf(receipt.account()).stream()
            .filter(item -> named.contain(item.number()))
            .toList();
    if (items.isEmpty()) {
      throw new RuleViolation(
          "receipt.no-document-named",
          "The reference of %s names no open document of this account. Allocate it by hand."
              .formatted(receipt.label()));
    }
    return spread(receipt, items, on, by);
  }

  AllocationId applyCredit(ItemId creditId, ItemId itemId, Money amount, LocalDate on, Actor by) {
    AccountKey account = openItems.view(creditId).account();
    accounts.lock(account.customer(), account.currency());
    ItemView credit = openItems.view(creditId);
    ItemView item = openItems.view(itemId);
    AllocationRules.checkCredit(credit, amount, on);
    AllocationRules.checkItem(item, account, amount, on);
    Allocation allocation = Allocation.ofCredit(credit, item, amount, on);
    settle(List.of(allocation), by);
    audit(by, "credit.applied", credit.label(), allocation);
    return allocation.id();
  }

  AllocationId writeOff(ItemId itemId, Money amount, String reason, LocalDate on, Actor by) {
    AccountKey account = openItems.view(itemId).account();
    accounts.lock(account.customer(), account.currency());
    ItemView item = openItems.view(itemId);
    AllocationRules.checkReason(reason);
    AllocationRules.checkItem(item, account, amount, on);
    Allocation allocation = Allocation.ofWriteOff(item, amount, on, reason);
    settle(List.of(allocation), by);
    audit(by, "item.written-off", reason, allocation);
    return allocation.id();
  }

  private ReceiptView locked(ReceiptId id) {
    AccountKey account = receipts.view(id).account();
    accounts.lock(account.customer(), account.currency());
    return receipts.view(id);
  }

  private List<AllocationId> spread(
      ReceiptView receipt, List<ItemView> items, LocalDate on, Actor by) {
    AllocationRules.checkUnapplied(receipt);
    LocalDate from =
        tables.refilledOn(receipt.id(), AllocationPlan.later(on, receipt.receivedOn()));
    AllocationPlan plan =
        new AllocationPlan(tables.reopened(items.stream().map(ItemView::id).toList()));
    List<Allocation> planned = plan.put(receipt.id(), receipt.unapplied(), from, items);
    record(receipt, planned, by);
    return planned.stream().map(Allocation::id).toList();
  }

  private void record(ReceiptView receipt, List<Allocation> allocations, Actor by) {
    settle(allocations, by);
    for (Allocation each : allocations) {
      receipts.move(receipt, each.amount().negated(), each.on());
      events.publishEvent(
          new ReceiptAllocated(
              each.id(),
              receipt.id(),
              each.item().id(),
              receipt.customer(),
              each.amount(),
              each.on()));
      audit(by, "receipt.allocated", receipt.label(), each);
    }
  }

  private void settle(List<Allocation> allocations, Actor by) {
    tables.add(allocations, by);
    openItems.settleAll(allocations.stream().map(Allocation::settlement).toList(), by);
  }

  private void audit(Actor by, String act, String from, Allocation allocation) {
    Map<String, String> details =
        Map.of(
            "from", from,
            "amount", allocation.amount().toString(),
            "effectiveOn", allocation.on().toString());
    events.publishEvent(new Auditable(by, act, "item", allocation.item().label(), details));
  }
}
