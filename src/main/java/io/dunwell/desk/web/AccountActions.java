package io.dunwell.desk.web;

import io.dunwell.pages.Notes;
import io.dunwell.pages.TypedAmount;
import io.dunwell.party.CustomerId;
import io.dunwell.receivables.ItemId;
import io.dunwell.resolution.ContactEntry;
import io.dunwell.resolution.ContactKind;
import io.dunwell.resolution.ContactOutcome;
import io.dunwell.resolution.Contacts;
import io.dunwell.resolution.Department;
import io.dunwell.resolution.Disputes;
import io.dunwell.resolution.HoldId;
import io.dunwell.resolution.HoldReason;
import io.dunwell.resolution.Holds;
import io.dunwell.resolution.NewDispute;
import io.dunwell.resolution.NewHold;
import io.dunwell.resolution.NewPromise;
import io.dunwell.resolution.Promises;
import io.dunwell.shared.Actor;
import io.dunwell.shared.DeskPage;
import io.dunwell.shared.Money;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a collector does from the account file. */
@DeskPage
@RequestMapping("/customers/{customer}")
@PreAuthorize("hasAnyRole('COLLECTOR', 'MANAGER', 'ADMIN')")
class AccountActions {

  private final Contacts contacts;
  private final Promises promises;
  private final Holds holds;
  private final Disputes disputes;
  private final Clock clock;
  private final Notes notes;

  AccountActions(
      Contacts contacts,
      Promises promises,
      Holds holds,
      Disputes disputes,
      Clock clock,
      Notes notes) {
    this.contacts = contacts;
    this.promises = promises;
    this.holds = holds;
    this.disputes = disputes;
    this.clock = clock;
    this.notes = notes;
  }

  @PostMapping("/contacts")
  String logContact(
      @PathVariable UUID customer,
      @RequestParam String currency,
      @RequestParam ContactKind kind,
      @RequestParam ContactOutcome outcome,
      @RequestParam(required = false) @Nullable String person,
      @RequestParam(defaultValue = "") String note,
      @RequestParam(required = false) @Nullable LocalDate nextCallOn,
      Principal by,
      RedirectAttributes flash) {
    contacts.log(
        new ContactEntry(
            new CustomerId(customer),
            Currency.getInstance(currency),
            null,
            kind,
            outcome,
            person,
            note,
            today(),
            nextCallOn),
        new Actor(by.getName()));
    return back(customer, currency, "account.contact.done", flash);
  }

  @PostMapping("/promises")
  String promise(
      @PathVariable UUID customer,
      @RequestParam String currency,
      @RequestParam String amount,
      @RequestParam LocalDate payBy,
      @RequestParam(defaultValue = "") String note,
      Principal by,
      RedirectAttributes flash) {
    Money promised = TypedAmount.read(amount, Currency.getInstance(currency));
    promises.promise(
        NewPromise.of(new CustomerId(customer), promised, payBy, today(), note),
        new Actor(by.getName()));
    return back(customer, currency, "account.promise.done", flash);
  }

  @PostMapping("/holds")
  String hold(
      @PathVariable UUID customer,
      @RequestParam String currency,
      @RequestParam(required = false) @Nullable UUID item,
      @RequestParam(required = false) @Nullable String amount,
      @RequestParam String why,
      @RequestParam(required = false) @Nullable LocalDate until,
      Principal by,
      RedirectAttributes flash) {
    Currency held = Currency.getInstance(currency);
    holds.place(
        new NewHold(
            new CustomerId(customer),
            held,
            item == null ? null : new ItemId(item),
            amount == null || amount.isBlank() ? null : TypedAmount.read(amount, held),
            HoldReason.MANAGER,
            why,
            today(),
            until),
        new Actor(by.getName()));
    return back(customer, currency, "account.hold.done", flash);
  }

  @PostMapping("/holds/{hold}/release")
  String release(
      @PathVariable UUID customer,
      @PathVariable UUID hold,
      @RequestParam String currency,
      @RequestParam String why,
      Principal by,
      RedirectAttributes flash) {
    holds.release(new HoldId(hold), today(), why, new Actor(by.getName()));
    return back(customer, currency, "account.release.done", flash);
  }

  @PostMapping("/disputes")
  String dispute(
      @PathVariable UUID customer,
      @RequestParam String currency,
      @RequestParam UUID item,
      @RequestParam(required = false) @Nullable String amount,
      @RequestParam Department department,
      @RequestParam String claim,
      Principal by,
      RedirectAttributes flash) {
    Currency disputed = Currency.getInstance(currency);
    disputes.raise(
        new NewDispute(
            new CustomerId(customer),
            disputed,
            new ItemId(item),
            amount == null || amount.isBlank() ? null : TypedAmount.read(amount, disputed),
            department,
            claim,
            today()),
        new Actor(by.getName()));
    return back(customer, currency, "account.dispute.done", flash);
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private String back(UUID customer, String currency, String message, RedirectAttributes flash) {
    notes.add(flash, message);
    return "redirect:/customers/" + customer + "?currency=" + currency;
  }
}
