package io.dunwell.receipts.web;

import io.dunwell.pages.ListPage;
import io.dunwell.pages.Lists;
import io.dunwell.pages.Notes;
import io.dunwell.pages.TypedAmount;
import io.dunwell.party.CustomerView;
import io.dunwell.party.Customers;
import io.dunwell.receipts.Payouts;
import io.dunwell.receipts.ReceiptId;
import io.dunwell.receipts.Receipts;
import io.dunwell.receivables.ItemView;
import io.dunwell.receivables.OpenItems;
import io.dunwell.shared.Actor;
import io.dunwell.shared.DeskPage;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Money that is given back, or over to another customer. */
@DeskPage
class PayoutPages {

  private static final String MAY_PAY = "hasAnyRole('ACCOUNTS', 'ADMIN')";

  private final Payouts payouts;
  private final Receipts receipts;
  private final OpenItems items;
  private final Customers customers;
  private final Lists lists;
  private final Notes notes;
  private final Clock clock;

  PayoutPages(
      Payouts payouts,
      Receipts receipts,
      OpenItems items,
      Customers customers,
      Lists lists,
      Notes notes,
      Clock clock) {
    this.payouts = payouts;
    this.receipts = receipts;
    this.items = items;
    this.customers = customers;
    this.lists = lists;
    this.notes = notes;
    this.clock = clock;
  }

  @GetMapping("/payouts")
  ModelAndView list(@RequestParam Map<String, String> params) {
    ListPage page = lists.page("receipts/payouts", params);
    page.list(
        "payouts",
        lists.of(PayoutRow.COLUMNS, PayoutRow.all(params.getOrDefault("q", "")), PayoutRow::read));
    return page.answer();
  }

  @PostMapping("/payouts")
  @PreAuthorize(MAY_PAY)
  String refundCredit(
      @RequestParam String number,
      @RequestParam String amount,
      @RequestParam String reason,
      Principal by,
      RedirectAttributes flash) {
    ItemView credit =
        items.ofDocuments(Set.of(number.strip())).stream()
            .findFirst()
            .orElseThrow(
                () ->
                    new RuleViolation("document.unknown", "There is no document " + number + "."));
    Money money = TypedAmount.read(amount, credit.amount().currency());
    payouts.refundCredit(credit.id(), money, reason, today(), new Actor(by.getName()));
    notes.add(flash, "payouts.refunded", money.toString());
    return "redirect:/payouts";
  }

  @PostMapping("/receipts/{id}/refunds")
  @PreAuthorize(MAY_PAY)
  String refund(
      @PathVariable UUID id,
      @RequestParam String amount,
      @RequestParam String reason,
      Principal by,
      RedirectAttributes flash) {
    Money money = money(id, amount);
    payouts.refund(new ReceiptId(id), money, reason, today(), new Actor(by.getName()));
    notes.add(flash, "payouts.refunded", money.toString());
    return "redirect:/receipts/" + id;
  }

  @PostMapping("/receipts/{id}/transfers")
  @PreAuthorize(MAY_PAY)
  String transfer(
      @PathVariable UUID id,
      @RequestParam String customer,
      @RequestParam String amount,
      @RequestParam String reason,
      Principal by,
      RedirectAttributes flash) {
    CustomerView to =
        customers
            .byNumber(customer.strip())
            .orElseThrow(
                () ->
                    new RuleViolation(
                        "customer.unknown", "There is no customer " + customer + "."));
    Money money = money(id, amount);
    ReceiptId made =
        payouts.transfer(
            new ReceiptId(id), to.id(), money, reason, today(), new Actor(by.getName()));
    notes.add(flash, "payouts.transferred", money.toString(), to.name());
    return "redirect:/receipts/" + made.value();
  }

  private Money money(UUID receipt, String amount) {
    return TypedAmount.read(amount, receipts.view(new ReceiptId(receipt)).amount().currency());
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
