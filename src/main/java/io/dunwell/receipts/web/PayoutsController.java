package io.dunwell.receipts.web;

import io.dunwell.party.CustomerView;
import io.dunwell.party.Customers;
import io.dunwell.receipts.PayoutView;
import io.dunwell.receipts.Payouts;
import io.dunwell.receipts.ReceiptId;
import io.dunwell.receipts.Receipts;
import io.dunwell.receivables.ItemView;
import io.dunwell.receivables.OpenItems;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
@Tag(name = "Payouts", description = "Money that is given back, or over to another customer")
class PayoutsController {

  private static final String MAY_PAY = "hasAnyRole('ACCOUNTS','ADMIN')";

  private final Payouts payouts;
  private final Receipts receipts;
  private final OpenItems openItems;
  private final Customers customers;
  private final Clock clock;

  PayoutsController(
      Payouts payouts, Receipts receipts, OpenItems openItems, Customers customers, Clock clock) {
    this.payouts = payouts;
    this.receipts = receipts;
    this.openItems = openItems;
    this.customers = customers;
    this.clock = clock;
  }

  @GetMapping("/receipts/{id}/payouts")
  @Operation(summary = "What of a receipt was given back or over")
  List<PayoutResponse> of(@PathVariable UUID id) {
    return payouts.of(receipts.view(new ReceiptId(id)).id()).stream()
        .map(PayoutResponse::of)
        .toList();
  }

  @PostMapping("/receipts/{id}/refunds")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @PreAuthorize(MAY_PAY)
  @Operation(summary = "Give unapplied money of a receipt back")
  void refund(@PathVariable UUID id, @RequestBody @Valid Refund request, Principal user) {
    ReceiptId receipt = new ReceiptId(id);
    Money amount = request.money(receipts.view(receipt).amount().currency());
    payouts.refund(receipt, amount, request.reason(), on(request.effectiveOn()), actor(user));
  }

  @PostMapping("/credit-notes/{number}/refunds")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @PreAuthorize(MAY_PAY)
  @Operation(summary = "Pay what is left of a credit note out")
  void refundCredit(
      @PathVariable String number, @RequestBody @Valid Refund request, Principal user) {
    ItemView credit =
        openItems.ofDocuments(Set.of(number)).stream()
            .findFirst()
            .orElseThrow(
                () ->
                    new RuleViolation("document.unknown", "There is no document " + number + "."));
    Money amount = request.money(credit.amount().currency());
    payouts.refundCredit(
        credit.id(), amount, request.reason(), on(request.effectiveOn()), actor(user));
  }

  @PostMapping("/receipts/{id}/transfers")
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize(MAY_PAY)
  @Operation(
      summary = "Give unapplied money over to another customer",
      description =
          "For a parent company that pays for its subsidiary: the answer is the subsidiary's"
              + " receipt, which can pay its items. Cancelling it gives the money back.")
  ReceiptResponse transfer(
      @PathVariable UUID id, @RequestBody @Valid Transfer request, Principal user) {
    ReceiptId receipt = new ReceiptId(id);
    CustomerView to = existing(request.customer());
    Currency currency = receipts.view(receipt).amount().currency();
    ReceiptId made =
        payouts.transfer(
            receipt,
            to.id(),
            Amounts.money(request.amount(), currency),
            request.reason(),
            on(request.effectiveOn()),
            actor(user));
    return ReceiptResponse.of(receipts.view(made), to.number());
  }

  private LocalDate on(@Nullable LocalDate day) {
    return day == null ? LocalDate.now(clock) : day;
  }

  private static Actor actor(Principal user) {
    return new Actor(user.getName());
  }

  private CustomerView existing(String number) {
    return customers
        .byNumber(number)
        .orElseThrow(
            () -> new RuleViolation("customer.unknown", "There is no customer " + number + "."));
  }

  /** Money to be given back; today if no day is named. */
  record Refund(
      @NotBlank @Pattern(regexp = Amounts.PATTERN) @Schema(example = "30.00") String amount,
      @NotBlank @Size(max = 500) @Schema(example = "paid twice") String reason,
      @Nullable LocalDate effectiveOn) {

    Money money(Currency currency) {
      return Amounts.money(amount, currency);
    }
  }

  /** Money to be given over; today if no day is named. */
  record Transfer(
      @NotBlank @Schema(example = "C-10024") String customer,
      @NotBlank @Pattern(regexp = Amounts.PATTERN) @Schema(example = "30.00") String amount,
      @NotBlank @Size(max = 500) @Schema(example = "pays for its subsidiary") String reason,
      @Nullable LocalDate effectiveOn) {}

  /** Money that was given back or over, with its amount as text. */
  record PayoutResponse(
      UUID id,
      @Nullable UUID toReceipt,
      String amount,
      Currency currency,
      LocalDate effectiveOn,
      String reason,
      @Nullable LocalDate takenBackOn,
      String by) {

    static PayoutResponse of(PayoutView payout) {
      return new PayoutResponse(
          payout.id(),
          payout.toReceipt() == null ? null : payout.toReceipt().value(),
          payout.amount().text(),
          payout.amount().currency(),
          payout.effectiveOn(),
          payout.reason(),
          payout.takenBackOn(),
          payout.recordedBy());
    }
  }
}
