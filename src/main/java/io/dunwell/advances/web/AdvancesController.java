package io.dunwell.advances.web;

import io.dunwell.advances.AdvanceView;
import io.dunwell.advances.Advances;
import io.dunwell.advances.ReceiptVouchers;
import io.dunwell.advances.VoucherView;
import io.dunwell.contracts.ContractView;
import io.dunwell.contracts.Contracts;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceStatus;
import io.dunwell.pages.TypedAmount;
import io.dunwell.party.CustomerId;
import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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

/** Advances on contracts and the vouchers of what came in on them. */
@RestController
@RequestMapping("/api/advances")
@Tag(name = "Advances", description = "Asked for before anything is delivered, and set off later")
class AdvancesController {

  private final Advances advances;
  private final ReceiptVouchers vouchers;
  private final Contracts contracts;
  private final Clock clock;

  AdvancesController(
      Advances advances, ReceiptVouchers vouchers, Contracts contracts, Clock clock) {
    this.advances = advances;
    this.vouchers = vouchers;
    this.contracts = contracts;
    this.clock = clock;
  }

  /** An advance to be asked for. */
  record AdvanceRequest(
      @NotBlank @Schema(description = "its number", example = "FC-2026-014") String contract,
      @NotBlank @Schema(description = "before tax", example = "50000.00") String amount) {}

  /** An advance. Amounts are decimal strings with tax, but for {@code net}. */
  record AdvanceResponse(
      UUID id,
      InvoiceStatus status,
      @Nullable String number,
      UUID customer,
      String contract,
      String currency,
      String net,
      String tax,
      String total,
      String received,
      String credited,
      String setOff,
      String left,
      @Nullable LocalDate issuedOn,
      List<VoucherResponse> vouchers) {

    static AdvanceResponse of(AdvanceView advance, List<VoucherView> vouchers) {
      return new AdvanceResponse(
          advance.id().value(),
          advance.status(),
          advance.number(),
          advance.customer().value(),
          advance.contractNumber(),
          advance.total().currency().getCurrencyCode(),
          advance.net().text(),
          advance.tax().text(),
          advance.total().text(),
          advance.received().text(),
          advance.credited().text(),
          advance.setOff().text(),
          advance.left().text(),
          advance.issuedOn(),
          vouchers.stream().map(VoucherResponse::of).toList());
    }
  }

  /** A receipt voucher; its PDF is {@code /api/documents/<document>/content}. */
  record VoucherResponse(
      String number,
      LocalDate issuedOn,
      LocalDate receivedOn,
      String amount,
      String tax,
      UUID document) {

    static VoucherResponse of(VoucherView voucher) {
      return new VoucherResponse(
          voucher.number(),
          voucher.issuedOn(),
          voucher.receivedOn(),
          voucher.amount().text(),
          voucher.tax().text(),
          voucher.document().value());
    }
  }

  @GetMapping
  @Operation(summary = "Advances with what came in on each and what is set off, the latest first")
  List<AdvanceResponse> list(
      @RequestParam(required = false) @Nullable String contract,
      @RequestParam(required = false) @Nullable UUID customer) {
    return advances
        .list(
            contract == null ? null : contract(contract).id(),
            customer == null ? null : new CustomerId(customer))
        .stream()
        .map(advance -> AdvanceResponse.of(advance, vouchers.of(advance.id())))
        .toList();
  }

  @GetMapping("/{id}")
  @Operation(summary = "One advance; its lines and history are those of the invoice with its id")
  AdvanceResponse view(@PathVariable UUID id) {
    InvoiceId advance = new InvoiceId(id);
    return AdvanceResponse.of(advances.view(advance), vouchers.of(advance));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize("hasAnyRole('BILLING','ADMIN')")
  @Operation(
      summary = "Draft an advance on a contract",
      description = "It is submitted, approved and issued like an invoice: /api/invoices/{id}.")
  AdvanceResponse ask(@Valid @RequestBody AdvanceRequest request, Principal user) {
    ContractView agreed = contract(request.contract());
    InvoiceId id =
        advances.ask(
            agreed.id(),
            TypedAmount.read(request.amount(), agreed.currency()),
            new Actor(user.getName()));
    return view(id.value());
  }

  @PostMapping("/{id}/vouchers")
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize("hasAnyRole('BILLING','ACCOUNTS','ADMIN')")
  @Operation(
      summary = "Confirm what came in by a receipt voucher (rule 50 of the CGST Rules)",
      description = "Each business day issues those that are due by itself.")
  VoucherResponse confirm(@PathVariable UUID id, Principal user) {
    return VoucherResponse.of(vouchers.issue(new InvoiceId(id), new Actor(user.getName())));
  }

  private ContractView contract(String number) {
    return contracts
        .byNumber(number, LocalDate.now(clock))
        .orElseThrow(
            () -> new RuleViolation("contract.unknown", "There is no contract " + number + "."));
  }
}
