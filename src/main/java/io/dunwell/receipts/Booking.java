package io.dunwell.receipts;

import io.dunwell.ledger.Account;
import io.dunwell.ledger.Entry;
import io.dunwell.ledger.Posting;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Ids;
import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.util.List;

/** A receipt about to be written, with what it pays at once. */
record Booking(ReceiptId id, NewReceipt receipt, List<Allocation> allocations) {

  static Booking of(NewReceipt receipt) {
    return new Booking(new ReceiptId(Ids.next()), receipt, List.of());
  }

  Booking paying(List<Allocation> what) {
    return new Booking(id, receipt, what);
  }

  /** The act that records it in the ledger. */
  static String key(ReceiptId id) {
    return "receipt-booked:" + id;
  }

  Entry entry(Actor by) {
    return Entry.of(
        key(id),
        "receipt",
        receipt.receivedOn(),
        by,
        new Posting(Account.BANK, receipt.customer().value(), id.value(), receipt.amount()),
        new Posting(
            Account.UNAPPLIED_CASH,
            receipt.customer().value(),
            id.value(),
            receipt.amount().negated()));
  }

  Money unapplied() {
    return allocations.stream().map(Allocation::amount).reduce(receipt.amount(), Money::minus);
  }

  LocalDate movedOn() {
    return allocations.stream()
        .map(Allocation::on)
        .reduce(receipt.receivedOn(), AllocationPlan::later);
  }
}
