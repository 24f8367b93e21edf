package io.dunwell.withholding.web;

import io.dunwell.contracts.ContractView;
import io.dunwell.contracts.Contracts;
import io.dunwell.pages.ListPage;
import io.dunwell.pages.Lists;
import io.dunwell.pages.Notes;
import io.dunwell.party.CustomerId;
import io.dunwell.party.Customers;
import io.dunwell.shared.Actor;
import io.dunwell.shared.DeskPage;
import io.dunwell.shared.RuleViolation;
import io.dunwell.tax.TaxesAtSource;
import io.dunwell.withholding.WithholdingChoices;
import java.math.BigDecimal;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The taxes at source of a customer: what the law has, and what was agreed in its place. */
@DeskPage
@RequestMapping("/customers/{customer}/taxes-at-source")
class WithholdingPages {

  private final WithholdingChoices choices;
  private final TaxesAtSource taxes;
  private final Customers customers;
  private final Contracts contracts;
  private final Lists lists;
  private final Notes notes;
  private final Clock clock;

  WithholdingPages(
      WithholdingChoices choices,
      TaxesAtSource taxes,
      Customers customers,
      Contracts contracts,
      Lists lists,
      Notes notes,
      Clock clock) {
    this.choices = choices;
    this.taxes = taxes;
    this.customers = customers;
    this.contracts = contracts;
    this.lists = lists;
    this.notes = notes;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView list(@PathVariable UUID customer, @RequestParam Map<String, String> params) {
    CustomerId id = new CustomerId(customer);
    LocalDate today = LocalDate.now(clock);
    ListPage page = lists.page("billing/taxes-at-source", params);
    page.list(
        "agreed",
        lists.of(
            WithholdingRow.COLUMNS,
            WithholdingRow.of(customer, params.getOrDefault("q", "")),
            WithholdingRow::read));
    List<ContractView> agreed = contracts.ofCustomer(id, today);
    return page.with("customer", customers.view(id))
        .with("sections", taxes.inForce(today))
        .with("contracts", agreed)
        .with("contract", params.get("contract"))
        .answer();
  }

  /** What is agreed as people type it; the rate and the contract may be empty. */
  record Entered(
      String code, boolean applies, String rate, String contract, String reason, LocalDate from) {

    WithholdingChoices.Choice toChoice() {
      return new WithholdingChoices.Choice(
          contract.isBlank() ? null : UUID.fromString(contract),
          code,
          applies,
          percent(rate.strip()),
          reason,
          from);
    }

    private static @Nullable BigDecimal percent(String typed) {
      if (typed.isEmpty()) {
        return null;
      }
      if (!typed.matches("\\d{1,2}([.,]\\d{1,4})?|100")) {
        throw new RuleViolation(
            "withholding.rate-malformed",
            "“%s” is no rate in per cent. Write for example 0.1, or leave it empty for the law's."
                .formatted(typed));
      }
      return new BigDecimal(typed.replace(',', '.'));
    }
  }

  @PostMapping
  @PreAuthorize("hasAnyRole('ACCOUNTS','BILLING','ADMIN')")
  String choose(
      @PathVariable UUID customer, Entered entered, Principal by, RedirectAttributes flash) {
    choices.choose(new CustomerId(customer), entered.toChoice(), new Actor(by.getName()));
    notes.add(flash, "billing.withholding.note", entered.code());
    return "redirect:/customers/" + customer + "/taxes-at-source";
  }
}
