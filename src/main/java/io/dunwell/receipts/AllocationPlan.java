package io.dunwell.receipts;

import io.dunwell.receivables.ItemId;
import io.dunwell.receivables.ItemView;
import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts money to items in the order given, never more than is open of an item. An allocation counts
 * from the first day on which both money and item are there.
 */
class AllocationPlan {

  private final Map<ItemId, Money> open = new HashMap<>();
  private final Map<ItemId, LocalDate> reopenedOn;

  /**
   * @param reopenedOn for items of which something was taken back, the last day of that: an earlier
   *     allocation might have been made of what was paid then
   */
  AllocationPlan(Map<ItemId, LocalDate> reopenedOn) {
    this.reopenedOn = Map.copyOf(reopenedOn);
  }

  /** What the receipt pays, beginning on that day; several receipts may follow each other. */
  List<Allocation> put(ReceiptId receipt, Money money, LocalDate from, List<ItemView> items) {
    List<Allocation> allocations = new ArrayList<>();
    Money left = money;
    for (ItemView item : items) {
      Money openNow = open.getOrDefault(item.id(), item.open());
      Money amount = left.min(openNow);
      if (amount.isPositive()) {
        allocations.add(Allocation.ofReceipt(receipt, item, amount, dayOf(item, from)));
        open.put(item.id(), openNow.minus(amount));
        left = left.minus(amount);
      }
    }
    return allocations;
  }

  private LocalDate dayOf(ItemView item, LocalDate from) {
    LocalDate issued = later(from, item.issuedOn());
    return later(issued, reopenedOn.getOrDefault(item.id(), issued));
  }

  static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
