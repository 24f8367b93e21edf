package io.dunwell.party.web;

import io.dunwell.party.ContactRole;
import io.dunwell.party.CustomerView;
import io.dunwell.party.Customers;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Page;
import io.dunwell.shared.RuleViolation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/customers")
@Tag(name = "Customers", description = "Who owes us money, whom to write to, when they have to pay")
class CustomersController {

  private final Customers customers;

  CustomersController(Customers customers) {
    this.customers = customers;
  }

  @GetMapping
  @Operation(summary = "Customers whose number or name contains a text")
  Page<CustomerResponse> search(
      @Parameter(example = "textile") @RequestParam(required = false) @Nullable String text,
      @RequestParam(defaultValue = "0") @Min(0) int page,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int size,
      @Parameter(description = "number, name, country or collector") @RequestParam(required = false)
          @Nullable String sort) {
    return customers.search(text, page, size, sort).map(CustomerResponse::of);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize("hasAnyRole('BILLING','ADMIN')")
  @Operation(summary = "Register a customer under a number of its own")
  CustomerResponse register(@RequestBody @Valid CustomerRequest request, Principal user) {
    String number = request.number();
    if (number == null || number.isBlank()) {
      throw new RuleViolation("customer.no-number", "A customer needs a number.");
    }
    return CustomerResponse.of(
        customers.view(
            customers.register(request.toNewCustomer(number), new Actor(user.getName()))));
  }

  @GetMapping("/{number}")
  @Operation(summary = "A customer")
  CustomerResponse view(@PathVariable String number) {
    return CustomerResponse.of(existing(number));
  }

  @PutMapping("/{number}")
  @PreAuthorize("hasAnyRole('BILLING','ADMIN')")
  @Operation(summary = "Change a customer: what is left out is forgotten; the number stays")
  CustomerResponse change(
      @PathVariable String number, @RequestBody @Valid CustomerRequest request, Principal user) {
    CustomerView customer = existing(number);
    customers.change(customer.id(), request.toChange(), new Actor(user.getName()));
    return CustomerResponse.of(customers.view(customer.id()));
  }

  @PutMapping("/{number}/contacts/{role}/email")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @PreAuthorize("hasAnyRole('BILLING','COLLECTOR','MANAGER','ADMIN')")
  @Operation(summary = "Correct where a contact gets mail")
  void correctEmail(
      @PathVariable String number,
      @PathVariable ContactRole role,
      @RequestBody @Valid EmailRequest request,
      Principal user) {
    customers.correctEmail(
        existing(number).id(), role, request.email().strip(), new Actor(user.getName()));
  }

  private CustomerView existing(String number) {
    return customers
        .byNumber(number)
        .orElseThrow(
            () -> new RuleViolation("customer.unknown", "There is no customer " + number + "."));
  }

  record EmailRequest(@NotBlank String email) {}
}
