package io.dunwell.correspondence.web;

import io.dunwell.correspondence.DispatchState;
import io.dunwell.correspondence.LetterId;
import io.dunwell.correspondence.LetterQuery;
import io.dunwell.correspondence.LetterStep;
import io.dunwell.correspondence.LetterView;
import io.dunwell.correspondence.Letters;
import io.dunwell.correspondence.ManualLetter;
import io.dunwell.correspondence.ManualLetters;
import io.dunwell.correspondence.Resolution;
import io.dunwell.party.CustomerView;
import io.dunwell.party.Customers;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Page;
import io.dunwell.shared.RuleViolation;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Letters for machines. */
@RestController
@RequestMapping("/api/letters")
class LetterController {

  private final Letters letters;
  private final ManualLetters manual;
  private final Customers customers;

  LetterController(Letters letters, ManualLetters manual, Customers customers) {
    this.letters = letters;
    this.manual = manual;
    this.customers = customers;
  }

  /** What a person decides about a letter. */
  record Decision(Resolution resolution, @Nullable String toAddress) {}

  @GetMapping
  @Operation(
      summary = "Letters, the newest first",
      description =
          "state is one of RESERVED (outbox), SENDING, SENT, FAILED, AMBIGUOUS, WITHDRAWN;"
              + " customer is a customer's number. Example: ?state=AMBIGUOUS&page=0&size=50")
  Page<LetterView> list(
      @RequestParam(required = false) @Nullable DispatchState state,
      @RequestParam(required = false) @Nullable String customer,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(required = false) @Nullable String sort,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    CustomerView addressee = customer == null ? null : known(customer);
    LetterQuery query = new LetterQuery(state, addressee == null ? null : addressee.id(), from, to);
    return letters.list(query, sort, page, size);
  }

  @GetMapping("/{id}")
  @Operation(summary = "One letter and where it is on its way out")
  LetterView view(@PathVariable UUID id) {
    return letters.view(new LetterId(id));
  }

  @GetMapping("/{id}/steps")
  @Operation(summary = "The proof of sending: every step of the letter on its way out")
  List<LetterStep> steps(@PathVariable UUID id) {
    return letters.steps(new LetterId(id));
  }

  @GetMapping("/{id}/html")
  @Operation(summary = "The exact HTML that is mailed")
  ResponseEntity<byte[]> html(@PathVariable UUID id) {
    return Sandbox.html(letters.html(new LetterId(id)));
  }

  @GetMapping("/{id}/pdf")
  @Operation(summary = "The exact PDF that is attached")
  ResponseEntity<byte[]> pdf(@PathVariable UUID id) {
    LetterId letter = new LetterId(id);
    return Sandbox.file(letters.pdf(letter), MediaType.APPLICATION_PDF, letters.fileName(letter));
  }

  @GetMapping("/{id}/eml")
  @Operation(summary = "The whole mail as it leaves, headers and enclosures included")
  ResponseEntity<byte[]> eml(@PathVariable UUID id) {
    return Sandbox.file(
        letters.eml(new LetterId(id)), MediaType.parseMediaType("message/rfc822"), id + ".eml");
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize("hasAnyRole('COLLECTOR','MANAGER','ADMIN')")
  @Operation(
      summary = "Write a letter by hand",
      description =
          "It counts as the account's letter of the day and for the policy's interval. Example:"
              + " {\"customer\": \"C-10023\", \"currency\": \"INR\", \"template\": \"manual\","
              + " \"subject\": \"Our call of today\", \"text\": \"As agreed …\"}")
  LetterView write(@RequestBody ManualLetter letter, Principal user) {
    return letters.view(manual.write(letter, new Actor(user.getName())));
  }

  @PostMapping("/{id}/resolution")
  @PreAuthorize("hasAnyRole('COLLECTOR','MANAGER','ADMIN')")
  @Operation(
      summary = "Decide about a letter that is ambiguous, failed or too old to leave by itself",
      description =
          "RESEND sends it now, to another address if one is given; SENT says that it did arrive."
              + " Example: {\"resolution\": \"RESEND\"}")
  LetterView resolve(@PathVariable UUID id, @RequestBody Decision decision, Principal user) {
    LetterId letter = new LetterId(id);
    letters.resolve(letter, decision.resolution(), decision.toAddress(), new Actor(user.getName()));
    return letters.view(letter);
  }

  @PutMapping("/{id}/legal-hold")
  @PreAuthorize("hasAnyRole('LEGAL','MANAGER','ADMIN')")
  @Operation(summary = "Keep a letter beyond its retention")
  void hold(@PathVariable UUID id, Principal user) {
    letters.hold(new LetterId(id), true, new Actor(user.getName()));
  }

  @DeleteMapping("/{id}/legal-hold")
  @PreAuthorize("hasAnyRole('LEGAL','MANAGER','ADMIN')")
  @Operation(summary = "Let retention take its course again")
  void release(@PathVariable UUID id, Principal user) {
    letters.hold(new LetterId(id), false, new Actor(user.getName()));
  }

  private CustomerView known(String number) {
    return customers
        .byNumber(number)
        .orElseThrow(
            () -> new RuleViolation("customer.unknown", "There is no customer " + number + "."));
  }
}
