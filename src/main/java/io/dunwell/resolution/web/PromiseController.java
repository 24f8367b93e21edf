package io.dunwell.resolution.web;

import io.dunwell.party.CustomerId;
import io.dunwell.receivables.ItemId;
import io.dunwell.resolution.NewPromise;
import io.dunwell.resolution.PromiseState;
import io.dunwell.resolution.PromiseView;
import io.dunwell.resolution.Promises;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Customers' words that money comes by a day. */
@RestController
@RequestMapping("/api/promises")
@Tag(name = "Promises", description = "Words of customers, and what became of them")
class PromiseController {

  private final Promises promises;
  private final CustomerNumbers customers;
  private final Clock clock;

  PromiseController(Promises promises, CustomerNumbers customers, Clock clock) {
    this.promises = promises;
    this.customers = customers;
    this.clock = clock;
  }

  /**
   * A promise as a program reports it.
   *
   * @param invoiceNumbers what it is about; null or empty for the whole account
   */
  record PromiseRequest(
      @NotBlank @Schema(example = "C-1001") String customer,
      @NotBlank @Schema(example = "INR") String currency,
      @Nullable List<String> invoiceNumbers,
      @NotEmpty @Valid List<PartRequest> parts,
      @Nullable @Schema(example = "Spoke with Ms Rao") String note) {}

  /** How much by when. */
  record PartRequest(
      @NotBlank @Schema(example = "1250.00") String amount,
      @NotNull @Schema(example = "2026-12-05") LocalDate payBy) {}

  @GetMapping
  @Operation(summary = "Promises in a state, or every promise of a customer")
  Page<PromiseView> list(
      @RequestParam @Nullable String customer,
      @RequestParam(defaultValue = "OPEN") PromiseState state,
      @RequestParam(defaultValue = "0") @Min(0) int page,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int size) {
    return customer == null
        ? promises.in(state, page, size)
        : customers.allOf(customer, promises::ofCustomer);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize("hasAnyRole('COLLECTOR','MANAGER','ADMIN')")
  @Operation(
      summary = "Take a promise down",
      description = "What is promised is not chased until the last day plus the days of grace.")
  PromiseView promise(@Valid @RequestBody PromiseRequest wanted, Principal user) {
    CustomerId customer = customers.idOf(wanted.customer());
    List<ItemId> items =
        Objects.requireNonNullElse(wanted.invoiceNumbers(), List.<String>of()).stream()
            .map(number -> Objects.requireNonNull(customers.itemOf(customer, number)))
            .toList();
    List<NewPromise.Part> parts =
        wanted.parts().stream()
            .map(
                part ->
                    new NewPromise.Part(
                        Amounts.read(part.amount(), wanted.currency()), part.payBy()))
            .toList();
    NewPromise promise =
        new NewPromise(
            customer,
            Currency.getInstance(wanted.currency()),
            items,
            parts,
            LocalDate.now(clock),
            Objects.requireNonNullElse(wanted.note(), ""));
    return promises.view(promises.promise(promise, new Actor(user.getName())));
  }
}
