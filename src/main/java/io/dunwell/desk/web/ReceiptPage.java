package io.dunwell.desk.web;

import io.dunwell.party.Customers;
import io.dunwell.receipts.AllocationView;
import io.dunwell.receipts.ReceiptId;
import io.dunwell.receipts.ReceiptView;
import io.dunwell.receipts.Receipts;
import io.dunwell.receivables.AccountKey;
import io.dunwell.receivables.ItemId;
import io.dunwell.receivables.ItemView;
import io.dunwell.receivables.OpenItems;
import io.dunwell.shared.DeskPage;
import io.dunwell.shared.Money;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One receipt: what it paid, and what it could pay. */
@DeskPage
class ReceiptPage {

  private static final int MOST_ITEMS = 200;

  private final Receipts receipts;
  private final OpenItems items;
  private final Customers customers;

  ReceiptPage(Receipts receipts, OpenItems items, Customers customers) {
    this.receipts = receipts;
    this.items = items;
    this.customers = customers;
  }

  @GetMapping("/receipts/{id}")
  String receipt(@PathVariable UUID id, Model model) {
    ReceiptView receipt = receipts.view(new ReceiptId(id));
    model.addAttribute("receipt", receipt);
    model.addAttribute("customer", customers.view(receipt.customer()));
    model.addAttribute("allocations", allocations(receipt.id()));
    model.addAttribute("items", receipt.unapplied().isPositive() ? payable(receipt) : List.of());
    return "desk/receipt";
  }

  private List<AllocationRow> allocations(ReceiptId receipt) {
    List<AllocationView> all = receipts.allocationsOf(receipt);
    Map<ItemId, ItemView> paid = items.views(all.stream().map(AllocationView::item).toList());
    return all.stream().map(each -> row(each, paid.get(each.item()))).toList();
  }

  private static AllocationRow row(AllocationView allocation, @Nullable ItemView item) {
    return new AllocationRow(
        allocation.id().value(),
        item == null ? "" : item.label(),
        allocation.amount(),
        allocation.effectiveOn(),
        allocation.reversedOn(),
        allocation.reversedBecause(),
        allocation.recordedBy());
  }

  /** The account's open items with what the receipt could pay of each. */
  private List<Payable> payable(ReceiptView receipt) {
    AccountKey account = new AccountKey(receipt.customer(), receipt.amount().currency());
    return items.openOf(account).stream()
        .filter(item -> item.open().isPositive())
        .limit(MOST_ITEMS)
        .map(item -> new Payable(item, item.open().min(receipt.unapplied())))
        .toList();
  }

  /** An item with the amount that the form proposes. */
  record Payable(ItemView item, Money proposed) {}
}
