package io.dunwell.receipts;

import io.dunwell.ledger.Account;
import io.dunwell.ledger.Entry;
import io.dunwell.ledger.Ledger;
import io.dunwell.ledger.Posting;
import io.dunwell.party.CustomerId;
import io.dunwell.receipts.events.ReceiptBooked;
import io.dunwell.receivables.AccountKey;
import io.dunwell.receivables.Accounts;
import io.dunwell.receivables.ItemId;
import io.dunwell.receivables.ItemView;
import io.dunwell.receivables.OpenItems;
import io.dunwell.receivables.Settlement;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.Ids;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives money back, or over to another customer: a parent company that pays for its subsidiary.
 * Each method is one transaction and one act, with a reason that is kept.
 */
@Service
@Transactional
public class Payouts {

  private final Accounts accounts;
  private final OpenItems openItems;
  private final Ledger ledger;
  private final ReceiptTables receipts;
  private final PayoutTables payouts;
  private final ApplicationEventPublisher events;

  Payouts(
      Accounts accounts,
      OpenItems openItems,
      Ledger ledger,
      ReceiptTables receipts,
      PayoutTables payouts,
      ApplicationEventPublisher events) {
    this.accounts = accounts;
    this.openItems = openItems;
    this.ledger = ledger;
    this.receipts = receipts;
    this.payouts = payouts;
    this.events = events;
  }

  /**
   * Gives unapplied money of a receipt back.
   *
   * @throws RuleViolation {@code receipt.already-applied}, {@code receipt.not-enough}, {@code
   *     allocation.too-early}
   */
  public UUID refund(ReceiptId id, Money amount, String reason, LocalDate on, Actor by) {
    ReceiptView receipt = locked(id, Set.of(receipts.view(id).account()));
    AllocationRules.checkReason(reason);
    AllocationRules.checkReceipt(receipt, amount, on);
    UUID act = Ids.next();
    UUID customer = receipt.customer().value();
    ledger.record(
        Entry.of(
            "refund:" + act,
            "refund",
            on,
            by,
            new Posting(Account.UNAPPLIED_CASH, customer, id.value(), amount),
            new Posting(Account.BANK, customer, id.value(), amount.negated())));
    receipts.move(receipt, amount.negated(), on);
    keep(act, id, null, null, amount, on, reason, by);
    audit(by, "receipt.refunded", receipt.label(), amount, reason);
    return act;
  }

  /**
   * Pays what is left of a credit note out.
   *
   * @throws RuleViolation {@code credit.not-a-credit}, {@code credit.not-enough}, {@code
   *     allocation.too-early}
   */
  public UUID refundCredit(ItemId id, Money amount, String reason, LocalDate on, Actor by) {
    AccountKey account = openItems.view(id).account();
    accounts.lock(account.customer(), account.currency());
    ItemView credit = openItems.view(id);
    AllocationRules.checkReason(reason);
    AllocationRules.checkCredit(credit, amount, on);
    UUID act = Ids.next();
    Posting paid =
        new Posting(Account.BANK, account.customer().value(), id.value(), amount.negated());
    openItems.settleAll(
        List.of(
            new Settlement(
                "refund:" + act,
                "refund",
                List.of(new Settlement.Move(credit, amount)),
                List.of(paid),
                on)),
        by);
    keep(act, null, id, null, amount, on, reason, by);
    audit(by, "credit.refunded", credit.label(), amount, reason);
    return act;
  }

  /**
   * Gives unapplied money over to another customer, as a receipt of theirs that can pay their
   * items. Cancelling that receipt gives the money back.
   *
   * @throws RuleViolation {@code transfer.same-customer}, {@code receipt.already-applied}, {@code
   *     receipt.not-enough}, {@code allocation.too-early}
   */
  public ReceiptId transfer(
      ReceiptId id, CustomerId to, Money amount, String reason, LocalDate on, Actor by) {
    AccountKey payer = receipts.view(id).account();
    if (to.equals(payer.customer())) {
      throw new RuleViolation(
          "transfer.same-customer", "The money is this customer's already. Choose the other one.");
    }
    ReceiptView receipt = locked(id, Set.of(payer, new AccountKey(to, payer.currency())));
    AllocationRules.checkReason(reason);
    AllocationRules.checkReceipt(receipt, amount, on);
    UUID act = Ids.next();
    Booking booking =
        Booking.of(new NewReceipt(to, amount, on, receipt.reference(), "transfer:" + act));
    receipts.add(List.of(booking), by);
    ledger.record(given(receipt, booking, reason, by));
    receipts.move(receipt, amount.negated(), on);
    keep(act, id, null, booking.id(), amount, on, reason, by);
    events.publishEvent(new ReceiptBooked(booking.id(), to, amount, on));
    audit(by, "receipt.transferred", receipt.label(), amount, reason);
    return booking.id();
  }

  /** What of a receipt was given back or over, in the order of recording. */
  @Transactional(readOnly = true)
  public List<PayoutView> of(ReceiptId receipt) {
    return payouts.from(receipt);
  }

  private static Entry given(ReceiptView from, Booking to, String reason, Actor by) {
    NewReceipt receipt = to.receipt();
    Money amount = receipt.amount();
    return Entry.of(
        Booking.key(to.id()),
        "transfer: " + reason,
        receipt.receivedOn(),
        by,
        new Posting(Account.UNAPPLIED_CASH, from.customer().value(), from.id().value(), amount),
        new Posting(
            Account.UNAPPLIED_CASH, receipt.customer().value(), to.id().value(), amount.negated()));
  }

  private ReceiptView locked(ReceiptId id, Set<AccountKey> keys) {
    accounts.lockAll(keys);
    return receipts.view(id);
  }

  private void keep(
      UUID act,
      @Nullable ReceiptId receipt,
      @Nullable ItemId credit,
      @Nullable ReceiptId to,
      Money amount,
      LocalDate on,
      String reason,
      Actor by) {
    payouts.add(new PayoutView(act, receipt, credit, to, amount, on, reason, null, by.name()));
  }

  private void audit(Actor by, String act, String what, Money amount, String reason) {
    events.publishEvent(
        new Auditable(
            by, act, "receipt", what, Map.of("amount", amount.toString(), "reason", reason)));
  }
}
