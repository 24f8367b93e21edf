package io.dunwell.resolution.web;

import io.dunwell.resolution.ContactEntry;
import io.dunwell.resolution.ContactKind;
import io.dunwell.resolution.ContactOutcome;
import io.dunwell.resolution.ContactView;
import io.dunwell.resolution.Contacts;
import io.dunwell.resolution.FollowUpView;
import io.dunwell.resolution.FollowUps;
import io.dunwell.shared.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** The contact log and what collectors still have to do. */
@RestController
@RequestMapping("/api")
@Tag(name = "Contacts", description = "Calls, mails and visits; and what to come back to")
class ContactController {

  private final Contacts contacts;
  private final FollowUps followUps;
  private final CustomerNumbers customers;
  private final Clock clock;

  ContactController(
      Contacts contacts, FollowUps followUps, CustomerNumbers customers, Clock clock) {
    this.contacts = contacts;
    this.followUps = followUps;
    this.customers = customers;
    this.clock = clock;
  }

  /**
   * A contact as a program reports it.
   *
   * @param on null for today
   */
  record ContactRequest(
      @NotBlank @Schema(example = "C-1001") String customer,
      @Nullable @Schema(example = "INR") String currency,
      @NotNull @Schema(example = "VISIT") ContactKind kind,
      @NotNull @Schema(example = "REACHED") ContactOutcome outcome,
      @Nullable @Schema(example = "Ms Rao") String person,
      @Nullable @Schema(example = "Shown the signed delivery notes") String note,
      @Nullable LocalDate on,
      @Nullable @Schema(example = "2026-12-01") LocalDate nextCallOn) {}

  @GetMapping("/contacts")
  @Operation(summary = "Every contact with a customer, the latest first")
  List<ContactView> contacts(@RequestParam String customer) {
    return contacts.ofCustomer(customers.idOf(customer));
  }

  @PostMapping("/contacts")
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize("hasAnyRole('COLLECTOR','MANAGER','ADMIN','LEGAL')")
  @Operation(summary = "Log a contact")
  Map<String, UUID> log(@Valid @RequestBody ContactRequest wanted, Principal user) {
    UUID id =
        contacts.log(
            new ContactEntry(
                customers.idOf(wanted.customer()),
                wanted.currency() == null ? null : Currency.getInstance(wanted.currency()),
                null,
                wanted.kind(),
                wanted.outcome(),
                wanted.person(),
                Objects.requireNonNullElse(wanted.note(), ""),
                wanted.on() == null ? LocalDate.now(clock) : wanted.on(),
                wanted.nextCallOn()),
            new Actor(user.getName()));
    return Map.of("id", id);
  }

  @GetMapping("/follow-ups")
  @Operation(
      summary = "What collectors still have to do",
      description =
          "Broken promises, calls to repeat, proposals; due until a day, today if not said.")
  List<FollowUpView> followUps(@RequestParam @Nullable LocalDate until) {
    return followUps.due(until == null ? LocalDate.now(clock) : until, 500);
  }

  @PostMapping("/follow-ups/{id}/completion")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @PreAuthorize("hasAnyRole('COLLECTOR','MANAGER','ADMIN')")
  @Operation(summary = "Tick one off")
  void done(@PathVariable UUID id, Principal user) {
    followUps.done(id, LocalDate.now(clock), new Actor(user.getName()));
  }
}
