package io.dunwell.receivables.web;

import io.dunwell.party.CustomerView;
import io.dunwell.party.Customers;
import io.dunwell.receivables.DocumentKind;
import io.dunwell.receivables.DocumentSummary;
import io.dunwell.receivables.ItemView;
import io.dunwell.receivables.OpenItems;
import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
@Tag(name = "Documents", description = "Invoices and credit notes, each of which opens items")
class DocumentsController {

  /** Anything but the id of an invoice of our own billing, which answers for that. */
  private static final String NUMBER = "(?![0-9a-fA-F]{8}-[0-9a-fA-F-]{27}$).+";

  private final OpenItems openItems;
  private final Customers customers;
  private final Clock clock;

  DocumentsController(OpenItems openItems, Customers customers, Clock clock) {
    this.openItems = openItems;
    this.customers = customers;
    this.clock = clock;
  }

  @PostMapping("/invoices")
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize("hasAnyRole('BILLING','ACCOUNTS','ADMIN')")
  @Operation(summary = "Record an invoice and open its items")
  DocumentResponse invoice(@RequestBody @Valid DocumentRequest request, Principal user) {
    return open(request, DocumentKind.INVOICE, user);
  }

  @PostMapping("/credit-notes")
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize("hasAnyRole('BILLING','ACCOUNTS','ADMIN')")
  @Operation(
      summary = "Record a credit note",
      description = "Its amount is given without sign. It waits until it is applied to an item.")
  DocumentResponse creditNote(@RequestBody @Valid DocumentRequest request, Principal user) {
    return open(request, DocumentKind.CREDIT_NOTE, user);
  }

  @GetMapping({"/invoices/{number:" + NUMBER + "}", "/credit-notes/{number}"})
  @Operation(summary = "A document by its number, with its items")
  DocumentResponse view(@PathVariable String number) {
    return openItems
        .byNumber(number)
        .map(this::response)
        .orElseThrow(
            () -> new RuleViolation("document.unknown", "There is no document " + number + "."));
  }

  private DocumentResponse open(DocumentRequest request, DocumentKind kind, Principal user) {
    CustomerView customer =
        customers
            .byNumber(request.customer().strip())
            .orElseThrow(
                () ->
                    new RuleViolation(
                        "customer.unknown", "There is no customer " + request.customer() + "."));
    openItems.open(request.of(kind, customer.id()), new Actor(user.getName()));
    return view(request.number().strip());
  }

  private DocumentResponse response(DocumentSummary document) {
    CustomerView customer = customers.view(document.customer());
    LocalDate today = LocalDate.now(clock);
    List<ItemView> items = openItems.ofDocuments(Set.of(document.number()));
    return new DocumentResponse(
        document.number(),
        document.kind(),
        customer.number(),
        document.issuedOn(),
        document.total().currency(),
        document.total().text(),
        document.open().text(),
        document.reference(),
        items.stream().map(item -> ItemResponse.of(item, customer, today)).toList());
  }

  /** A document with its items. */
  record DocumentResponse(
      String number,
      DocumentKind kind,
      String customer,
      LocalDate issuedOn,
      Currency currency,
      String total,
      String open,
      @Nullable String reference,
      List<ItemResponse> items) {}
}
