package io.dunwell.receipts.web;

import io.dunwell.party.CustomerView;
import io.dunwell.party.Customers;
import io.dunwell.receipts.AllocationId;
import io.dunwell.receipts.ReceiptId;
import io.dunwell.receipts.ReceiptView;
import io.dunwell.receipts.Receipts;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Page;
import io.dunwell.shared.RuleViolation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
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
@RequestMapping("/api/receipts")
@Tag(name = "Receipts", description = "Money that came in, and what it pays")
class ReceiptsController {

  private static final String MAY_BOOK = "hasAnyRole('ACCOUNTS','ADMIN')";

  private final Receipts receipts;
  private final Customers customers;
  private final Clock clock;

  ReceiptsController(Receipts receipts, Customers customers, Clock clock) {
    this.receipts = receipts;
    this.customers = customers;
    this.clock = clock;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize(MAY_BOOK)
  @Operation(summary = "Book money that came in, and pay the documents that it names")
  ReceiptResponse book(@RequestBody @Valid ReceiptRequest request, Principal user) {
    CustomerView customer = existing(request.customer());
    ReceiptId id = receipts.book(request.of(customer.id()), new Actor(user.getName()));
    return ReceiptResponse.of(receipts.view(id), customer.number());
  }

  @GetMapping
  @Operation(summary = "A customer's receipts, the latest first")
  Page<ReceiptResponse> ofCustomer(
      @RequestParam String customer,
      @RequestParam(defaultValue = "0") @Min(0) int page,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int size) {
    return receipts
        .ofCustomer(existing(customer).id(), page, size)
        .map(receipt -> ReceiptResponse.of(receipt, customer));
  }

  @GetMapping("/{id}")
  @Operation(summary = "A receipt")
  ReceiptResponse view(@PathVariable UUID id) {
    ReceiptView receipt = receipts.view(new ReceiptId(id));
    return ReceiptResponse.of(receipt, customers.view(receipt.customer()).number());
  }

  @GetMapping("/{id}/allocations")
  @Operation(summary = "What a receipt paid, with what was taken back")
  List<AllocationResponse> allocations(@PathVariable UUID id) {
    return receipts.allocationsOf(new ReceiptId(id)).stream().map(AllocationResponse::of).toList();
  }

  @PostMapping("/{id}/allocations")
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize(MAY_BOOK)
  @Operation(
      summary = "Put money of a receipt to open items",
      description =
          "`manual` pays `amount` of one `item`; `oldest-first` pays what is overdue longest;"
              + " `by-reference` pays the documents that the payer named.")
  List<AllocationResponse> allocate(
      @PathVariable UUID id, @RequestBody @Valid AllocationRequest request, Principal user) {
    ReceiptId receipt = new ReceiptId(id);
    Actor by = new Actor(user.getName());
    LocalDate on = dayOr(request.effectiveOn(), receipts.view(receipt).receivedOn());
    List<AllocationId> made =
        switch (request.how()) {
          case "oldest-first" -> receipts.allocateOldestFirst(receipt, on, by);
          case "by-reference" -> receipts.allocateByReference(receipt, on, by);
          default ->
              List.of(
                  receipts.allocate(
                      receipt,
                      request.requiredItem(),
                      request.money(receipts.view(receipt).amount().currency()),
                      on,
                      by));
        };
    return made.stream().map(receipts::allocation).map(AllocationResponse::of).toList();
  }

  @PostMapping("/{id}/cancellation")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @PreAuthorize(MAY_BOOK)
  @Operation(summary = "Take a receipt back with all that it paid")
  void cancel(@PathVariable UUID id, @RequestBody @Valid Reversal reversal, Principal user) {
    receipts.cancel(
        new ReceiptId(id),
        reversal.reason(),
        dayOr(reversal.effectiveOn(), LocalDate.now(clock)),
        new Actor(user.getName()));
  }

  private static LocalDate dayOr(@Nullable LocalDate day, LocalDate other) {
    return day == null ? other : day;
  }

  private CustomerView existing(String number) {
    return customers
        .byNumber(number)
        .orElseThrow(
            () -> new RuleViolation("customer.unknown", "There is no customer " + number + "."));
  }
}
