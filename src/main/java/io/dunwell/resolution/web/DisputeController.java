package io.dunwell.resolution.web;

import io.dunwell.party.CustomerId;
import io.dunwell.resolution.Department;
import io.dunwell.resolution.DisputeId;
import io.dunwell.resolution.DisputeState;
import io.dunwell.resolution.DisputeView;
import io.dunwell.resolution.Disputes;
import io.dunwell.resolution.NewDispute;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
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

/** What customers say is wrong. */
@RestController
@RequestMapping("/api/disputes")
@Tag(name = "Disputes", description = "What customers say is wrong, and what was found")
class DisputeController {

  private final Disputes disputes;
  private final CustomerNumbers customers;
  private final Clock clock;

  DisputeController(Disputes disputes, CustomerNumbers customers, Clock clock) {
    this.disputes = disputes;
    this.customers = customers;
    this.clock = clock;
  }

  /**
   * A dispute as a program reports it.
   *
   * @param invoiceNumber null for the whole account
   * @param amount a part of the invoice; null for all of it
   */
  record DisputeRequest(
      @NotBlank @Schema(example = "C-1001") String customer,
      @NotBlank @Schema(example = "INR") String currency,
      @Nullable @Schema(example = "INV-2026-0042") String invoiceNumber,
      @Nullable @Schema(example = "300.00") String amount,
      @NotNull @Schema(example = "OPERATIONS") Department department,
      @NotBlank @Schema(example = "Two boxes were missing") String claim) {}

  /** How a dispute ends. */
  record SettlementRequest(
      @NotNull @Schema(example = "REJECTED") DisputeState outcome,
      @NotBlank @Schema(example = "The delivery note is signed in full") String finding) {}

  @GetMapping
  @Operation(summary = "Disputes in a state, or every dispute of a customer")
  Page<DisputeView> list(
      @RequestParam @Nullable String customer,
      @RequestParam(defaultValue = "OPEN") DisputeState state,
      @RequestParam(defaultValue = "0") @Min(0) int page,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int size) {
    return customer == null
        ? disputes.in(state, page, size)
        : customers.allOf(customer, disputes::ofCustomer);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize("hasAnyRole('COLLECTOR','MANAGER','ADMIN')")
  @Operation(
      summary = "Raise a dispute",
      description = "What is disputed is not chased until the dispute is settled.")
  DisputeView raise(@Valid @RequestBody DisputeRequest wanted, Principal user) {
    CustomerId customer = customers.idOf(wanted.customer());
    DisputeId id =
        disputes.raise(
            new NewDispute(
                customer,
                Currency.getInstance(wanted.currency()),
                customers.itemOf(customer, wanted.invoiceNumber()),
                Amounts.of(wanted.amount(), wanted.currency()),
                wanted.department(),
                wanted.claim(),
                LocalDate.now(clock)),
            new Actor(user.getName()));
    return disputes.view(id);
  }

  @PostMapping("/{id}/settlement")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @PreAuthorize(
      "hasAnyRole('COLLECTOR','MANAGER','ADMIN','SALES','OPERATIONS','ACCOUNTS','BILLING')")
  @Operation(summary = "Settle a dispute: its hold ends today")
  void settle(@PathVariable UUID id, @Valid @RequestBody SettlementRequest wanted, Principal user) {
    disputes.settle(
        new DisputeId(id),
        wanted.outcome(),
        wanted.finding(),
        LocalDate.now(clock),
        new Actor(user.getName()));
  }
}
