package io.dunwell.receipts.web;

import io.dunwell.receipts.AllocationId;
import io.dunwell.receipts.Receipts;
import io.dunwell.receivables.ItemId;
import io.dunwell.receivables.ItemView;
import io.dunwell.receivables.OpenItems;
import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
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
@RequestMapping("/api")
@Tag(name = "Allocations", description = "What open items were paid with")
class AllocationsController {

  private final Receipts receipts;
  private final OpenItems openItems;
  private final Clock clock;

  AllocationsController(Receipts receipts, OpenItems openItems, Clock clock) {
    this.receipts = receipts;
    this.openItems = openItems;
    this.clock = clock;
  }

  @GetMapping("/allocations")
  @Operation(summary = "What an open item was paid with, with what was taken back")
  List<AllocationResponse> toItem(@RequestParam UUID item) {
    return receipts.allocationsTo(Set.of(new ItemId(item))).stream()
        .map(AllocationResponse::of)
        .toList();
  }

  @PostMapping("/allocations/{id}/reversal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @PreAuthorize("hasAnyRole('ACCOUNTS','ADMIN')")
  @Operation(summary = "Take an allocation, applied credit or write-off back")
  void reverse(@PathVariable UUID id, @RequestBody @Valid Reversal reversal, Principal user) {
    LocalDate on = dayOrToday(reversal.effectiveOn());
    receipts.unallocate(new AllocationId(id), reversal.reason(), on, new Actor(user.getName()));
  }

  @PostMapping("/credit-notes/{number}/applications")
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize("hasAnyRole('ACCOUNTS','ADMIN')")
  @Operation(summary = "Pay an open item with an amount of a credit note")
  AllocationResponse apply(
      @PathVariable String number, @RequestBody @Valid Application request, Principal user) {
    ItemView credit =
        openItems.ofDocuments(Set.of(number)).stream()
            .findFirst()
            .orElseThrow(
                () ->
                    new RuleViolation("document.unknown", "There is no document " + number + "."));
    AllocationId made =
        receipts.applyCredit(
            credit.id(),
            new ItemId(request.item()),
            Amounts.money(request.amount(), credit.amount().currency()),
            dayOrToday(request.effectiveOn()),
            new Actor(user.getName()));
    return AllocationResponse.of(receipts.allocation(made));
  }

  @PostMapping("/write-offs")
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize("hasAnyRole('ACCOUNTS','MANAGER','ADMIN')")
  @Operation(summary = "Give up an amount of an open item for good")
  AllocationResponse writeOff(@RequestBody @Valid WriteOff request, Principal user) {
    ItemView item = openItems.view(new ItemId(request.item()));
    AllocationId made =
        receipts.writeOff(
            item.id(),
            Amounts.money(request.amount(), item.amount().currency()),
            request.reason(),
            dayOrToday(request.effectiveOn()),
            new Actor(user.getName()));
    return AllocationResponse.of(receipts.allocation(made));
  }

  private LocalDate dayOrToday(@Nullable LocalDate day) {
    return day == null ? LocalDate.now(clock) : day;
  }

  /** An amount of a credit note, put to an open item. */
  record Application(
      @NotNull UUID item,
      @NotBlank @Pattern(regexp = Amounts.PATTERN) @Schema(example = "30.00") String amount,
      @Nullable LocalDate effectiveOn) {}

  /** An amount given up. */
  record WriteOff(
      @NotNull UUID item,
      @NotBlank @Pattern(regexp = Amounts.PATTERN) @Schema(example = "0.04") String amount,
      @NotBlank @Size(max = 500) @Schema(example = "small difference") String reason,
      @Nullable LocalDate effectiveOn) {}
}
