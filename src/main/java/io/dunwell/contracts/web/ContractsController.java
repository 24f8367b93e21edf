package io.dunwell.contracts.web;

import io.dunwell.contracts.BillingRule;
import io.dunwell.contracts.ContractId;
import io.dunwell.contracts.ContractQuery;
import io.dunwell.contracts.ContractSummary;
import io.dunwell.contracts.ContractVersion;
import io.dunwell.contracts.ContractView;
import io.dunwell.contracts.Contracts;
import io.dunwell.contracts.NewContract;
import io.dunwell.contracts.Prices;
import io.dunwell.contracts.TermsCheck;
import io.dunwell.party.CustomerId;
import io.dunwell.party.Customers;
import io.dunwell.shared.Actor;
import io.dunwell.shared.CurrencyCode;
import io.dunwell.shared.Page;
import io.dunwell.shared.RuleViolation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/contracts")
@Tag(name = "Contracts", description = "What was agreed with customers, in versions")
class ContractsController {

  private final Contracts contracts;
  private final TermsCheck check;
  private final Prices prices;
  private final Customers customers;
  private final Clock clock;

  ContractsController(
      Contracts contracts, TermsCheck check, Prices prices, Customers customers, Clock clock) {
    this.contracts = contracts;
    this.check = check;
    this.prices = prices;
    this.customers = customers;
    this.clock = clock;
  }

  /** A contract to be agreed. */
  record AgreementRequest(
      @NotBlank @Size(max = 60) @Schema(example = "FC-2026-014") String number,
      @NotBlank @Schema(example = "C-1001") String customer,
      @NotBlank @Size(max = 3) @Schema(example = "INR") String currency,
      @NotNull @Valid TermsRequest terms) {}

  /** Another version of a contract. */
  record AmendmentRequest(
      @NotNull @Schema(example = "2026-10-01") LocalDate effectiveOn,
      @NotBlank @Size(max = 500) @Schema(example = "Steel surcharge agreed on 12 Sep")
          String reason,
      @NotNull @Valid TermsRequest terms) {}

  /** A version and how it came about. */
  record VersionResponse(
      LocalDate effectiveOn,
      String reason,
      String agreedBy,
      Instant recordedAt,
      ContractResponse contract) {

    static VersionResponse of(ContractVersion version) {
      return new VersionResponse(
          version.effectiveOn(),
          version.reason(),
          version.agreedBy(),
          version.recordedAt(),
          ContractResponse.of(version.contract()));
    }
  }

  /** What a quantity costs. */
  record PriceResponse(
      String item,
      String quantity,
      int version,
      String unitPrice,
      String discountPercent,
      String gross,
      String net,
      Currency currency) {}

  @GetMapping
  @Operation(summary = "Contracts as they are in force on a day")
  Page<ContractSummary> list(
      @Parameter(description = "part of number, title, purchase order or customer")
          @RequestParam(required = false)
          @Nullable String text,
      @Parameter(example = "C-1001") @RequestParam(required = false) @Nullable String customer,
      @RequestParam(required = false) @Nullable BillingRule billingRule,
      @RequestParam(required = false) @Nullable Boolean ended,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable String sort,
      @RequestParam(defaultValue = "0") @Min(0) int page,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int size) {
    CustomerId only = customer == null ? null : customer(customer);
    return contracts.find(
        new ContractQuery(text, only, billingRule, dayOr(asOf), ended, sort), page, size);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize("hasAnyRole('SALES','BILLING','MANAGER','ADMIN')")
  @Operation(
      summary = "Agree on a contract, under a number of its own",
      description =
          "What no invoice could say is refused with the field. What has to be done elsewhere before"
              + " anything is billed, for example a rate that is missing, is told in `doubts`.")
  ContractResponse agree(@RequestBody @Valid AgreementRequest wanted, Principal user) {
    Currency currency = CurrencyCode.read("currency", wanted.currency());
    ContractId id =
        contracts.agree(
            new NewContract(
                wanted.number(),
                customer(wanted.customer()),
                currency,
                wanted.terms().toTerms(currency, List.of())),
            new Actor(user.getName()));
    return whole(contracts.view(id, LocalDate.now(clock)));
  }

  @GetMapping("/{id}")
  @Operation(summary = "A contract in the version in force on a day")
  ContractResponse view(
      @PathVariable UUID id, @RequestParam(required = false) @Nullable LocalDate asOf) {
    return whole(contracts.view(new ContractId(id), dayOr(asOf)));
  }

  @GetMapping("/{id}/versions")
  @Operation(summary = "Every version of a contract, the first one first")
  List<VersionResponse> versions(@PathVariable UUID id) {
    return contracts.versions(new ContractId(id)).stream().map(VersionResponse::of).toList();
  }

  @PostMapping("/{id}/versions")
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize("hasAnyRole('SALES','BILLING','MANAGER','ADMIN')")
  @Operation(
      summary = "Amend a contract",
      description =
          "Adds a version; those before stay readable. The terms are whole: what is left out is"
              + " not agreed any more. Of the versions effective by a day the last agreed is in"
              + " force on it.")
  ContractResponse amend(
      @PathVariable UUID id, @RequestBody @Valid AmendmentRequest wanted, Principal user) {
    ContractId contract = new ContractId(id);
    List<ContractVersion> versions = contracts.versions(contract);
    ContractView latest = versions.get(versions.size() - 1).contract();
    contracts.amend(
        contract,
        wanted.terms().toTerms(latest.currency(), latest.priceLines()),
        wanted.effectiveOn(),
        wanted.reason(),
        new Actor(user.getName()));
    return whole(contracts.view(contract, wanted.effectiveOn()));
  }

  @GetMapping("/{id}/price")
  @Operation(summary = "What a quantity of an item costs, delivered on a day")
  PriceResponse price(
      @PathVariable UUID id,
      @Parameter(example = "BOLT-M8") @RequestParam String item,
      @Parameter(example = "250") @RequestParam BigDecimal quantity,
      @RequestParam(required = false) @Nullable LocalDate deliveredOn) {
    return prices
        .of(new ContractId(id), item, dayOr(deliveredOn), quantity)
        .map(
            price ->
                new PriceResponse(
                    price.priceLine().item(),
                    price.quantity().toPlainString(),
                    price.version(),
                    price.listPrice().toPlainString(),
                    price.discountPercent().toPlainString(),
                    price.gross().text(),
                    price.net().text(),
                    price.net().currency()))
        .orElseThrow(
            () ->
                new RuleViolation(
                    "price.unknown", "The contract has no price for " + item + " on that day."));
  }

  private ContractResponse whole(ContractView contract) {
    return ContractResponse.of(contract, check.doubts(contract.asTerms()));
  }

  private LocalDate dayOr(@Nullable LocalDate day) {
    return day == null ? LocalDate.now(clock) : day;
  }

  private CustomerId customer(String number) {
    return customers
        .byNumber(number)
        .orElseThrow(
            () -> new RuleViolation("customer.unknown", "There is no customer " + number + "."))
        .id();
  }
}
