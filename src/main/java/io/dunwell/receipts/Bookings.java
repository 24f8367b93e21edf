package io.dunwell.receipts;

import io.dunwell.ledger.Ledger;
import io.dunwell.receipts.events.ReceiptAllocated;
import io.dunwell.receipts.events.ReceiptBooked;
import io.dunwell.receivables.Accounts;
import io.dunwell.receivables.ItemView;
import io.dunwell.receivables.OpenItems;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Books receipts, many at once, and pays the documents that they name. */
@Component
class Bookings {

  private final Accounts accounts;
  private final OpenItems openItems;
  private final Ledger ledger;
  private final ReceiptTables receipts;
  private final AllocationTables allocations;
  private final ApplicationEventPublisher events;

  Bookings(
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

  List<ReceiptId> book(List<NewReceipt> wanted, Actor by) {
    accounts.lockAll(wanted.stream().map(NewReceipt::account).collect(Collectors.toSet()));
    Map<String, ReceiptView> known =
        receipts.bySourceKeys(wanted.stream().map(NewReceipt::sourceKey).toList());
    Map<String, Booking> fresh = new LinkedHashMap<>();
    List<ReceiptId> ids = new ArrayList<>(wanted.size());
    for (NewReceipt each : wanted) {
      ReceiptView there = known.get(each.sourceKey());
      if (there == null) {
        ids.add(freshOf(each, fresh).id());
      } else {
        refuseUnless(there.sameAs(each));
        ids.add(there.id());
      }
    }
    write(planned(List.copyOf(fresh.values())), by);
    return ids;
  }

  private static Booking freshOf(NewReceipt wanted, Map<String, Booking> fresh) {
    Booking booking = fresh.computeIfAbsent(wanted.sourceKey(), key -> Booking.of(wanted));
    refuseUnless(booking.receipt().equals(wanted));
    return booking;
  }

  private List<Booking> planned(List<Booking> all) {
    Map<String, List<ItemView>> targets = targetsOf(all);
    List<ItemView> items = targets.values().stream().flatMap(List::stream).toList();
    AllocationPlan plan =
        new AllocationPlan(allocations.reopened(items.stream().map(ItemView::id).toList()));
    return all.stream()
        .map(booking -> booking.paying(allocations(booking, plan, targets)))
        .toList();
  }

  private static List<Allocation> allocations(
      Booking booking, AllocationPlan plan, Map<String, List<ItemView>> targets) {
    NewReceipt receipt = booking.receipt();
    List<ItemView> items =
        receipt.documents().stream()
            .flatMap(number -> targets.getOrDefault(number, List.of()).stream())
            .filter(item -> item.account().equals(receipt.account()))
            .toList();
    return plan.put(booking.id(), receipt.amount(), receipt.receivedOn(), items);
  }

  private Map<String, List<ItemView>> targetsOf(List<Booking> bookings) {
    Set<String> numbers =
        bookings.stream()
            .flatMap(each -> each.receipt().documents().stream())
            .collect(Collectors.toSet());
    return numbers.isEmpty()
        ? Map.of()
        : openItems.ofDocuments(numbers).stream()
            .filter(item -> item.open().isPositive())
            .collect(Collectors.groupingBy(ItemView::number));
  }

  private void write(List<Booking> bookings, Actor by) {
    if (bookings.isEmpty()) {
      return;
    }
    List<Allocation> paid = bookings.stream().flatMap(b -> b.allocations().stream()).toList();
    receipts.add(bookings, by);
    ledger.recordAll(bookings.stream().map(each -> each.entry(by)).toList());
    allocations.add(paid, by);
    openItems.settleAll(paid.stream().map(Allocation::settlement).toList(), by);
    for (Booking each : bookings) {
      NewReceipt receipt = each.receipt();
      events.publishEvent(
          new ReceiptBooked(each.id(), receipt.customer(), receipt.amount(), receipt.receivedOn()));
      each.allocations().forEach(allocation -> publish(each.id(), allocation));
    }
    audit(bookings, by);
  }

  private void audit(List<Booking> bookings, Actor by) {
    String first = bookings.get(0).receipt().sourceKey();
    Map<String, String> details =
        Map.of(
            "count", String.valueOf(bookings.size()),
            "last", bookings.get(bookings.size() - 1).receipt().sourceKey());
    events.publishEvent(new Auditable(by, "receipt.booked", "receipt", first, details));
  }

  private void publish(ReceiptId receipt, Allocation allocation) {
    events.publishEvent(
        new ReceiptAllocated(
            allocation.id(),
            receipt,
            allocation.item().id(),
            allocation.item().customer(),
            allocation.amount(),
            allocation.on()));
  }

  private static void refuseUnless(boolean same) {
    if (!same) {
      throw ReceiptTables.differs();
    }
  }
}
