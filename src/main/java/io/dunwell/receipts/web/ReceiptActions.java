package io.dunwell.receipts.web;

import io.dunwell.pages.Notes;
import io.dunwell.pages.TypedAmount;
import io.dunwell.party.CustomerView;
import io.dunwell.party.Customers;
import io.dunwell.receipts.AllocationId;
import io.dunwell.receipts.NewReceipt;
import io.dunwell.receipts.ReceiptId;
import io.dunwell.receipts.Receipts;
import io.dunwell.receivables.ItemId;
import io.dunwell.shared.Actor;
import io.dunwell.shared.DeskPage;
import io.dunwell.shared.Ids;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Booking money and putting it to items. */
@DeskPage
@PreAuthorize("hasAnyRole('ACCOUNTS', 'ADMIN')")
class ReceiptActions {

  private final Receipts receipts;
  private final Customers customers;
  private final Notes notes;
  private final Clock clock;

  ReceiptActions(Receipts receipts, Customers customers, Notes notes, Clock clock) {
    this.receipts = receipts;
    this.customers = customers;
    this.notes = notes;
    this.clock = clock;
  }

  @PostMapping("/receipts")
  String book(
      @RequestParam String customer,
      @RequestParam String amount,
      @RequestParam(required = false) @Nullable String currency,
      @RequestParam LocalDate receivedOn,
      @RequestParam(required = false) @Nullable String reference,
      @RequestParam(defaultValue = "false") boolean postDated,
      Principal by,
      RedirectAttributes flash) {
    CustomerView payer =
        customers
            .byNumber(customer.strip())
            .orElseThrow(
                () ->
                    new RuleViolation(
                        "customer.unknown", "There is no customer " + customer + "."));
    if (receivedOn.isAfter(today()) && !postDated) {
      throw new RuleViolation(
          "receipt.in-the-future",
          "Money cannot have come in after today. If it is a cheque or order dated ahead, say so.");
    }
    Currency paid =
        currency == null || currency.isBlank() ? payer.currency() : Currency.getInstance(currency);
    Money money = TypedAmount.read(amount, paid);
    ReceiptId receipt =
        receipts.book(
            new NewReceipt(payer.id(), money, receivedOn, reference, "desk:" + Ids.next()),
            new Actor(by.getName()));
    notes.add(flash, "receipt.booked");
    return "redirect:/receipts/" + receipt.value();
  }

  @PostMapping("/receipts/{id}/allocations")
  String allocate(
      @PathVariable UUID id,
      @RequestParam UUID item,
      @RequestParam String amount,
      Principal by,
      RedirectAttributes flash) {
    ReceiptId receipt = new ReceiptId(id);
    Money money = TypedAmount.read(amount, receipts.view(receipt).amount().currency());
    receipts.allocate(receipt, new ItemId(item), money, day(receipt), new Actor(by.getName()));
    notes.add(flash, "receipt.allocated");
    return "redirect:/receipts/" + id;
  }

  @PostMapping("/receipts/{id}/oldest-first")
  String oldestFirst(@PathVariable UUID id, Principal by, RedirectAttributes flash) {
    ReceiptId receipt = new ReceiptId(id);
    receipts.allocateOldestFirst(receipt, day(receipt), new Actor(by.getName()));
    notes.add(flash, "receipt.allocated");
    return "redirect:/receipts/" + id;
  }

  @PostMapping("/receipts/{id}/by-reference")
  String byReference(@PathVariable UUID id, Principal by, RedirectAttributes flash) {
    ReceiptId receipt = new ReceiptId(id);
    receipts.allocateByReference(receipt, day(receipt), new Actor(by.getName()));
    notes.add(flash, "receipt.allocated");
    return "redirect:/receipts/" + id;
  }

  @PostMapping("/receipts/{id}/allocations/{allocation}/reversal")
  String takeBack(
      @PathVariable UUID id,
      @PathVariable UUID allocation,
      @RequestParam String reason,
      Principal by,
      RedirectAttributes flash) {
    LocalDate day = day(new ReceiptId(id));
    receipts.unallocate(new AllocationId(allocation), reason, day, new Actor(by.getName()));
    notes.add(flash, "receipt.taken-back");
    return "redirect:/receipts/" + id;
  }

  @PostMapping("/receipts/{id}/cancellation")
  String cancel(
      @PathVariable UUID id, @RequestParam String reason, Principal by, RedirectAttributes flash) {
    receipts.cancel(new ReceiptId(id), reason, today(), new Actor(by.getName()));
    notes.add(flash, "receipt.cancellation");
    return "redirect:/receipts/" + id;
  }

  /** What money dated ahead pays counts from its day. */
  private LocalDate day(ReceiptId receipt) {
    LocalDate received = receipts.view(receipt).receivedOn();
    return received.isAfter(today()) ? received : today();
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
