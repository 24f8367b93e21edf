package io.dunwell.receivables.web;

import io.dunwell.party.CustomerId;
import io.dunwell.party.CustomerView;
import io.dunwell.party.Customers;
import io.dunwell.receivables.ItemFilter;
import io.dunwell.receivables.ItemId;
import io.dunwell.receivables.ItemView;
import io.dunwell.receivables.OpenItems;
import io.dunwell.receivables.Projections;
import io.dunwell.shared.Page;
import io.dunwell.shared.RuleViolation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/open-items")
@Tag(name = "Open items", description = "What customers owe, instalment by instalment")
class OpenItemsController {

  private final OpenItems openItems;
  private final Projections projections;
  private final Customers customers;
  private final Clock clock;

  OpenItemsController(
      OpenItems openItems, Projections projections, Customers customers, Clock clock) {
    this.openItems = openItems;
    this.projections = projections;
    this.customers = customers;
    this.clock = clock;
  }

  @GetMapping
  @Operation(summary = "Open items, the oldest due first")
  Page<ItemResponse> find(
      @Parameter(description = "customer number", example = "0200769623")
          @RequestParam(required = false)
          @Nullable String customer,
      @Parameter(example = "INR") @RequestParam(required = false) @Nullable Currency currency,
      @Parameter(description = "true: only settled ones, false: only open ones")
          @RequestParam(required = false)
          @Nullable Boolean settled,
      @Parameter(description = "only overdue ones") @RequestParam(defaultValue = "false")
          boolean overdue,
      @Parameter(description = "part of the number or reference") @RequestParam(required = false)
          @Nullable String text,
      @RequestParam(defaultValue = "0") @Min(0) int page,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int size) {
    CustomerId id = customer == null ? null : existing(customer).id();
    LocalDate today = LocalDate.now(clock);
    ItemFilter filter = new ItemFilter(id, currency, settled, overdue ? today : null, text);
    Page<ItemView> found = openItems.find(filter, page, size);
    Map<CustomerId, CustomerView> owing =
        customers.views(
            found.content().stream().map(ItemView::customer).collect(Collectors.toSet()));
    return found.map(item -> ItemResponse.of(item, of(item, owing), today));
  }

  @GetMapping("/{id}")
  @Operation(summary = "An open item")
  ItemResponse view(@PathVariable UUID id) {
    ItemView item = openItems.view(new ItemId(id));
    return ItemResponse.of(item, customers.view(item.customer()), LocalDate.now(clock));
  }

  @GetMapping("/verification")
  @Operation(
      summary = "Rebuilds what is kept beside the ledger and compares",
      description = "`agrees` is true if every item and receipt is what the ledger says.")
  Verification verify() {
    List<Projections.Difference> differences = projections.differences();
    return new Verification(differences.isEmpty(), differences);
  }

  private static CustomerView of(ItemView item, Map<CustomerId, CustomerView> owing) {
    return Objects.requireNonNull(owing.get(item.customer()));
  }

  private CustomerView existing(String number) {
    return customers
        .byNumber(number)
        .orElseThrow(
            () -> new RuleViolation("customer.unknown", "There is no customer " + number + "."));
  }

  record Verification(boolean agrees, List<Projections.Difference> differences) {}
}
