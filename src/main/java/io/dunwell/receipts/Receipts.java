package io.dunwell.receipts;

import io.dunwell.party.CustomerId;
import io.dunwell.receivables.ItemId;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Money;
import io.dunwell.shared.Page;
import io.dunwell.shared.RuleViolation;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Money that came in, and what it pays. Each method is one transaction and one act. */
@Service
@Transactional
public class Receipts {

  private final Bookings bookings;
  private final Allocations allocations;
  private final Reversals reversals;
  private final ReceiptTables receipts;
  private final AllocationTables history;

  Receipts(
      Bookings bookings,
      Allocations allocations,
      Reversals reversals,
      ReceiptTables receipts,
      AllocationTables history) {
    this.bookings = bookings;
    this.allocations = allocations;
    this.reversals = reversals;
    this.receipts = receipts;
    this.history = history;
  }

  /**
   * Books money that came in; the same source key again is the same receipt.
   *
   * @throws RuleViolation {@code receipt.differs} if that key was booked with other content
   */
  public ReceiptId book(NewReceipt receipt, Actor by) {
    return bookAll(List.of(receipt), by).get(0);
  }

  /** {@link #book} for many receipts at once, all or none; the ids come in the same order. */
  public List<ReceiptId> bookAll(List<NewReceipt> receipts, Actor by) {
    return receipts.isEmpty() ? List.of() : bookings.book(receipts, by);
  }

  /**
   * Pays an item with money of a receipt.
   *
   * @param amount positive, and open of both
   * @param effectiveOn when it counts from: not before the receipt or the item's document
   * @throws RuleViolation {@code receipt.already-applied}, {@code receipt.not-enough}, {@code
   *     item.already-settled}, {@code item.not-enough}, {@code allocation.too-early}, {@code
   *     allocation.other-account}
   */
  public AllocationId allocate(
      ReceiptId receipt, ItemId item, Money amount, LocalDate effectiveOn, Actor by) {
    return allocations.allocate(receipt, item, amount, effectiveOn, by);
  }

  /**
   * Pays the account's open items with what is left of a receipt, the oldest due first.
   *
   * @param effectiveOn when it counts from, at the earliest
   * @throws RuleViolation {@code receipt.already-applied}
   */
  public List<AllocationId> allocateOldestFirst(
      ReceiptId receipt, LocalDate effectiveOn, Actor by) {
    return allocations.oldestFirst(receipt, effectiveOn, by);
  }

  /**
   * Pays the open items whose document numbers the payer wrote into the reference; what is left
   * over stays unapplied.
   *
   * @throws RuleViolation {@code receipt.already-applied}, {@code receipt.no-document-named}
   */
  public List<AllocationId> allocateByReference(
      ReceiptId receipt, LocalDate effectiveOn, Actor by) {
    return allocations.byReference(receipt, effectiveOn, by);
  }

  /** Uses an amount of a credit note to pay an item of the same account. */
  public AllocationId applyCredit(
      ItemId creditNote, ItemId item, Money amount, LocalDate effectiveOn, Actor by) {
    return allocations.applyCredit(creditNote, item, amount, effectiveOn, by);
  }

  /** Gives up an amount of an item for good. */
  public AllocationId writeOff(
      ItemId item, Money amount, String reason, LocalDate effectiveOn, Actor by) {
    return allocations.writeOff(item, amount, reason, effectiveOn, by);
  }

  /**
   * Takes an allocation, applied credit or write-off back, from that day on.
   *
   * @throws RuleViolation {@code allocation.already-reversed}, {@code allocation.too-early}
   */
  public void unallocate(AllocationId allocation, String reason, LocalDate effectiveOn, Actor by) {
    reversals.unallocate(allocation, reason, effectiveOn, by);
  }

  /**
   * Takes a whole receipt back, with all that it paid: the cheque bounced, it was another's.
   *
   * @throws RuleViolation {@code receipt.already-cancelled}
   */
  public void cancel(ReceiptId receipt, String reason, LocalDate effectiveOn, Actor by) {
    reversals.cancel(receipt, reason, effectiveOn, by);
  }

  /**
   * The receipt as it stands.
   *
   * @throws RuleViolation {@code receipt.unknown}
   */
  @Transactional(readOnly = true)
  public ReceiptView view(ReceiptId receipt) {
    return receipts.view(receipt);
  }

  /** What no item has been paid with yet. */
  @Transactional(readOnly = true)
  public Money unapplied(ReceiptId receipt) {
    return receipts.view(receipt).unapplied();
  }

  /** A page of the customer's receipts, the latest first. */
  @Transactional(readOnly = true)
  public Page<ReceiptView> ofCustomer(CustomerId customer, int page, int size) {
    return new Page<>(
        receipts.ofCustomer(customer, size, (long) page * size),
        page,
        size,
        receipts.countOf(customer));
  }

  /** What a receipt paid, with what was taken back, in the order of recording. */
  @Transactional(readOnly = true)
  public List<AllocationView> allocationsOf(ReceiptId receipt) {
    return history.ofReceipt(receipt);
  }

  /** What the items were paid with, with what was taken back, in the order of recording. */
  @Transactional(readOnly = true)
  public List<AllocationView> allocationsTo(Collection<ItemId> items) {
    return history.ofItems(items);
  }

  /**
   * The allocation as it stands.
   *
   * @throws RuleViolation {@code allocation.unknown}
   */
  @Transactional(readOnly = true)
  public AllocationView allocation(AllocationId allocation) {
    return history.view(allocation);
  }
}
