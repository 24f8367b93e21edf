package io.dunwell.advances.web;

import io.dunwell.advances.Advances;
import io.dunwell.advances.ReceiptVouchers;
import io.dunwell.advances.VoucherView;
import io.dunwell.contracts.ContractView;
import io.dunwell.contracts.Contracts;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceStatus;
import io.dunwell.pages.ListPage;
import io.dunwell.pages.Lists;
import io.dunwell.pages.Notes;
import io.dunwell.pages.TypedAmount;
import io.dunwell.shared.Actor;
import io.dunwell.shared.DeskPage;
import io.dunwell.shared.RuleViolation;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The advances: what was asked for, what came in, what invoices set off, and the vouchers. */
@DeskPage
class AdvancePages {

  private final Advances advances;
  private final ReceiptVouchers vouchers;
  private final Contracts contracts;
  private final Lists lists;
  private final Notes notes;
  private final Clock clock;

  AdvancePages(
      Advances advances,
      ReceiptVouchers vouchers,
      Contracts contracts,
      Lists lists,
      Notes notes,
      Clock clock) {
    this.advances = advances;
    this.vouchers = vouchers;
    this.contracts = contracts;
    this.lists = lists;
    this.notes = notes;
    this.clock = clock;
  }

  @GetMapping("/advances")
  ModelAndView list(@RequestParam Map<String, String> params) {
    ListPage page = lists.page("billing/advances", params);
    page.list("advances", lists.of(AdvanceRow.COLUMNS, AdvanceRow.query(params), AdvanceRow::read));
    return page.with("states", InvoiceStatus.values())
        .with("asked", params)
        .with(
            "contract",
            contracts
                .byNumber(params.getOrDefault("contract", ""), LocalDate.now(clock))
                .orElse(null))
        .answer();
  }

  @PostMapping("/advances")
  @PreAuthorize("hasAnyRole('BILLING','ADMIN')")
  String ask(
      @RequestParam String contract,
      @RequestParam String amount,
      Principal by,
      RedirectAttributes flash) {
    ContractView agreed =
        contracts
            .byNumber(contract, LocalDate.now(clock))
            .orElseThrow(
                () ->
                    new RuleViolation(
                        "contract.unknown", "There is no contract “" + contract + "”."));
    InvoiceId id =
        advances.ask(
            agreed.id(), TypedAmount.read(amount, agreed.currency()), new Actor(by.getName()));
    notes.add(flash, "billing.note.drafted.ADVANCE");
    return "redirect:/invoices/" + id;
  }

  @PostMapping("/invoices/{id}/vouchers")
  @PreAuthorize("hasAnyRole('BILLING','ACCOUNTS','ADMIN')")
  String confirm(@PathVariable UUID id, Principal by, RedirectAttributes flash) {
    VoucherView voucher = vouchers.issue(new InvoiceId(id), new Actor(by.getName()));
    notes.add(flash, "billing.note.voucher", voucher.number());
    return "redirect:/invoices/" + id;
  }
}
