package io.dunwell.contracts.web;

import io.dunwell.contracts.BillingRule;
import io.dunwell.contracts.ContractId;
import io.dunwell.contracts.ContractTerms;
import io.dunwell.contracts.ContractVersion;
import io.dunwell.contracts.ContractView;
import io.dunwell.contracts.Contracts;
import io.dunwell.contracts.NewContract;
import io.dunwell.contracts.PriceLine;
import io.dunwell.contracts.Slab;
import io.dunwell.contracts.TermsCheck;
import io.dunwell.pages.Columns;
import io.dunwell.pages.ListPage;
import io.dunwell.pages.Lists;
import io.dunwell.pages.Notes;
import io.dunwell.pages.Query;
import io.dunwell.party.CustomerView;
import io.dunwell.party.Customers;
import io.dunwell.shared.Actor;
import io.dunwell.shared.DeskPage;
import io.dunwell.shared.MalformedValue;
import io.dunwell.shared.RuleViolation;
import io.dunwell.tax.Supply;
import io.dunwell.tax.Treatment;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The contracts: the list, one with its versions, and the form that agrees on one or amends it. */
@DeskPage
class ContractPages {

  static final String AGREES = "hasAnyRole('SALES', 'BILLING', 'MANAGER', 'ADMIN')";

  private static final Columns<PriceRow> PRICES =
      Columns.<PriceRow>of("prices")
          .text("item", "contracts.item", row -> row.line().item())
          .text("description", "contracts.description", row -> row.line().description())
          .text("unit", "contracts.unit", row -> row.line().unit())
          .text("prices", "contracts.prices", row -> Slab.text(row.line().slabs()))
          .word("rule", "contracts.slabrule", "contracts.slabrule.", row -> row.line().slabRule())
          .text("discount", "contracts.discount", row -> row.line().discountPercent())
          .amount("minimum", "contracts.minimum", row -> row.line().minimumCommitment())
          .date("from", "contracts.from", row -> row.line().from())
          .date("until", "contracts.until", row -> row.line().until())
          .text("code", "contracts.code", row -> row.line().taxCode())
          .word(
              "treatment", "contracts.treatment", "tax.treatment.", row -> row.line().treatment());

  private final Contracts contracts;
  private final TermsCheck check;
  private final TermsChoices choices;
  private final Customers customers;
  private final Lists lists;
  private final Notes notes;
  private final Clock clock;

  ContractPages(
      Contracts contracts,
      TermsCheck check,
      TermsChoices choices,
      Customers customers,
      Lists lists,
      Notes notes,
      Clock clock) {
    this.contracts = contracts;
    this.check = check;
    this.choices = choices;
    this.customers = customers;
    this.lists = lists;
    this.notes = notes;
    this.clock = clock;
  }

  @GetMapping("/contracts")
  ModelAndView list(@RequestParam Map<String, String> params) {
    LocalDate today = LocalDate.now(clock);
    Query query =
        ContractRow.on(today, params.getOrDefault("q", ""))
            .where("v.billing_rule = :rule", "rule", params.get("rule"));
    if ("ended".equals(params.get("state"))) {
      query.where("v.valid_until < :today");
    } else if (!"all".equals(params.get("state"))) {
      query.where("not coalesce(v.valid_until < :today, false)");
    }
    ListPage page = lists.page("contracts/contracts", params);
    page.list("contracts", lists.of(ContractRow.COLUMNS, query, ContractRow::read));
    return page.with("rules", BillingRule.values())
        .with("rule", params.get("rule"))
        .with("state", params.get("state"))
        .answer();
  }

  @GetMapping("/contracts/{id}")
  ModelAndView one(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable Integer version,
      @RequestParam Map<String, String> params) {
    ContractId contract = new ContractId(id);
    List<ContractVersion> versions = contracts.versions(contract);
    int inForce = contracts.view(contract, LocalDate.now(clock)).version();
    ContractVersion shown = versions.get(Math.min(versions.size(), chosen(version, inForce)) - 1);
    ListPage page = lists.page("contracts/contract", params);
    page.also("prices", lists.of(PRICES, prices(shown.contract())));
    Query deliveries =
        DeliveryRow.all(params.getOrDefault("deliveries.q", ""))
            .where("d.contract = :contract", "contract", id);
    page.also("deliveries", lists.of(DeliveryRow.COLUMNS, deliveries, DeliveryRow::read));
    return page.with("shown", shown)
        .with("contract", shown.contract())
        .with("inForce", inForce)
        .with("versions", versions)
        .with("doubts", check.doubts(shown.contract().asTerms()))
        .with("customer", customers.view(shown.contract().customer()))
        .answer();
  }

  @GetMapping("/contracts/new")
  @PreAuthorize(AGREES)
  String blank(@RequestParam(defaultValue = "") String customer, Model model) {
    model.addAttribute("customerNumber", customer);
    return form(model, List.of());
  }

  @GetMapping("/contracts/{id}/amendment")
  @PreAuthorize(AGREES)
  String amendment(@PathVariable UUID id, Model model) {
    ContractView latest = latest(id);
    model.addAttribute("contract", latest);
    return form(model, latest.priceLines());
  }

  @PostMapping("/contracts")
  @PreAuthorize(AGREES)
  String agree(@RequestParam Map<String, String> form, Principal by, RedirectAttributes flash) {
    CustomerView customer = customer(ContractForm.text(form, "customer"));
    Currency currency = ContractForm.currency(form, customer.currency());
    NewContract wanted =
        new NewContract(
            ContractForm.text(form, "number"),
            customer.id(),
            currency,
            ContractForm.terms(form, currency));
    ContractId id = entered(form, () -> contracts.agree(wanted, new Actor(by.getName())));
    notes.add(flash, "contracts.note.agreed", wanted.number());
    return "redirect:/contracts/" + id;
  }

  @PostMapping("/contracts/{id}/amendment")
  @PreAuthorize(AGREES)
  String amend(
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      @RequestParam LocalDate effectiveOn,
      @RequestParam String reason,
      Principal by,
      RedirectAttributes flash) {
    ContractView latest = latest(id);
    ContractTerms terms = ContractForm.terms(form, latest.currency());
    entered(
        form,
        () -> {
          contracts.amend(latest.id(), terms, effectiveOn, reason, new Actor(by.getName()));
          return latest.id();
        });
    notes.add(flash, "contracts.note.amended", latest.version() + 1);
    return "redirect:/contracts/" + id + "?version=" + (latest.version() + 1);
  }

  private static ContractId entered(Map<String, String> form, Supplier<ContractId> agreed) {
    try {
      return agreed.get();
    } catch (MalformedValue refused) {
      throw ContractForm.at(form, refused);
    }
  }

  private static List<PriceRow> prices(ContractView contract) {
    return contract.priceLines().stream()
        .map(line -> PriceRow.of(line, contract.currency()))
        .toList();
  }

  private ContractView latest(UUID id) {
    List<ContractVersion> versions = contracts.versions(new ContractId(id));
    return versions.get(versions.size() - 1).contract();
  }

  @SuppressWarnings("unchecked") // what PageRefusals puts there
  private String form(Model model, List<PriceLine> agreed) {
    Map<String, String> entered = (Map<String, String>) model.getAttribute("entered");
    model.addAttribute("rows", ContractForm.rows(agreed, entered));
    model.addAttribute("rules", BillingRule.values());
    model.addAttribute("supplies", Supply.values());
    model.addAttribute("treatments", Treatment.values());
    model.addAttribute("choices", choices);
    return "contracts/contract-form";
  }

  private CustomerView customer(String number) {
    return customers
        .byNumber(number)
        .orElseThrow(
            () ->
                new RuleViolation(
                    "customer.unknown",
                    "There is no customer “" + number + "”. Write its number, like C-1001."));
  }

  private static int chosen(@Nullable Integer version, int inForce) {
    return version == null ? inForce : Math.max(1, version);
  }
}
