package io.dunwell.dunning.web;

import io.dunwell.dunning.AssignmentView;
import io.dunwell.dunning.Policies;
import io.dunwell.party.CustomerId;
import io.dunwell.party.Customers;
import io.dunwell.receivables.DocumentId;
import io.dunwell.receivables.OpenItems;
import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whose policy is which. */
@RestController
@RequestMapping("/api/policy-assignments")
@Tag(name = "Dunning policies")
class PolicyAssignmentController {

  private final Policies policies;
  private final Customers customers;
  private final OpenItems items;

  PolicyAssignmentController(Policies policies, Customers customers, OpenItems items) {
    this.policies = policies;
    this.customers = customers;
    this.items = items;
  }

  /**
   * An assignment: to an invoice, else to a customer, else to the company.
   *
   * @param policy null takes an invoice's or a customer's own policy away
   * @param effectiveOn the first day; without it the day after the last finished run
   */
  record Assignment(
      @Nullable String policy,
      @Nullable String customer,
      @Nullable String invoiceNumber,
      @Nullable LocalDate effectiveOn) {}

  @PostMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @PreAuthorize("hasAnyRole('ADMIN','MANAGER')")
  @Operation(
      summary = "Assign a policy to an invoice, a customer, or the company",
      description =
          "The invoice's comes before the customer's, and that before the company's. With neither"
              + " `invoiceNumber` nor `customer` it becomes the company's.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content =
                  @Content(
                      examples =
                          @ExampleObject(
                              "{\"policy\": \"key-accounts\", \"customer\": \"C-1001\"}"))))
  void assign(@Valid @RequestBody Assignment wanted, Principal user) {
    Actor by = new Actor(user.getName());
    LocalDate from = wanted.effectiveOn() == null ? policies.firstOpenDay() : wanted.effectiveOn();
    String policy = wanted.policy();
    if (wanted.invoiceNumber() != null) {
      policies.assignToInvoice(documentOf(wanted.invoiceNumber()).value(), policy, from, by);
    } else if (wanted.customer() != null) {
      policies.assignToCustomer(customerOf(wanted.customer()).value(), policy, from, by);
    } else if (policy != null) {
      policies.assignToCompany(policy, from, by);
    } else {
      throw new RuleViolation("policy.missing", "Say which policy is the company's.");
    }
  }

  @GetMapping
  @Operation(summary = "Whose policy is which, the newest first")
  List<AssignmentView> assignments() {
    return policies.assignments();
  }

  private DocumentId documentOf(String number) {
    return items
        .byNumber(number)
        .orElseThrow(
            () -> new RuleViolation("invoice.unknown", "There is no invoice " + number + "."))
        .id();
  }

  private CustomerId customerOf(String number) {
    return customers
        .byNumber(number)
        .orElseThrow(
            () -> new RuleViolation("customer.unknown", "There is no customer " + number + "."))
        .id();
  }
}
