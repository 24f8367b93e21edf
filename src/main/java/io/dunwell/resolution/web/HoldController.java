package io.dunwell.resolution.web;

import io.dunwell.party.CustomerId;
import io.dunwell.resolution.HoldId;
import io.dunwell.resolution.HoldReason;
import io.dunwell.resolution.HoldView;
import io.dunwell.resolution.Holds;
import io.dunwell.resolution.NewHold;
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

/** What is not chased for a while. */
@RestController
@RequestMapping("/api/holds")
@Tag(name = "Holds", description = "What is not chased for a while, and why")
class HoldController {

  private final Holds holds;
  private final CustomerNumbers customers;
  private final Clock clock;

  HoldController(Holds holds, CustomerNumbers customers, Clock clock) {
    this.holds = holds;
    this.customers = customers;
    this.clock = clock;
  }

  /**
   * A hold as a program asks for it.
   *
   * @param invoiceNumber one invoice; null for the whole account
   * @param amount a part of the invoice; null for all of it
   * @param until the last day; null until it is released
   */
  record HoldRequest(
      @NotBlank @Schema(example = "C-1001") String customer,
      @Nullable @Schema(example = "INR") String currency,
      @Nullable @Schema(example = "INV-2026-0042") String invoiceNumber,
      @Nullable @Schema(example = "1250.00") String amount,
      @NotNull @Schema(example = "MANAGER") HoldReason reason,
      @NotBlank @Schema(example = "Waiting for the signed delivery note") String why,
      @Nullable @Schema(example = "2026-11-22") LocalDate from,
      @Nullable @Schema(example = "2026-12-15") LocalDate until) {}

  /** Why a hold ends before its time. */
  record ReleaseRequest(@NotBlank @Schema(example = "The note has arrived") String why) {}

  @GetMapping
  @Operation(
      summary = "Holds in force on a day",
      description = "With `customer`, every hold that customer ever had.")
  Page<HoldView> list(
      @RequestParam @Nullable String customer,
      @RequestParam @Nullable LocalDate on,
      @RequestParam(defaultValue = "0") @Min(0) int page,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int size) {
    return customer == null
        ? holds.inForceOn(on == null ? LocalDate.now(clock) : on, page, size)
        : customers.allOf(customer, holds::ofCustomer);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize("hasAnyRole('COLLECTOR','MANAGER','ADMIN')")
  @Operation(summary = "Place a hold")
  HoldView place(@Valid @RequestBody HoldRequest wanted, Principal user) {
    CustomerId customer = customers.idOf(wanted.customer());
    Currency currency = wanted.currency() == null ? null : Currency.getInstance(wanted.currency());
    HoldId id =
        holds.place(
            new NewHold(
                customer,
                currency,
                customers.itemOf(customer, wanted.invoiceNumber()),
                Amounts.of(wanted.amount(), wanted.currency()),
                wanted.reason(),
                wanted.why(),
                wanted.from() == null ? LocalDate.now(clock) : wanted.from(),
                wanted.until()),
            new Actor(user.getName()));
    return holds.view(id);
  }

  @PostMapping("/{id}/release")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @PreAuthorize("hasAnyRole('COLLECTOR','MANAGER','ADMIN')")
  @Operation(summary = "End a hold today")
  void release(@PathVariable UUID id, @Valid @RequestBody ReleaseRequest wanted, Principal user) {
    holds.release(new HoldId(id), LocalDate.now(clock), wanted.why(), new Actor(user.getName()));
  }
}
