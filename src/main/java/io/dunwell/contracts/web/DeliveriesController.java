package io.dunwell.contracts.web;

import io.dunwell.contracts.ContractView;
import io.dunwell.contracts.Contracts;
import io.dunwell.contracts.Deliveries;
import io.dunwell.contracts.DeliveryId;
import io.dunwell.contracts.DeliveryKind;
import io.dunwell.contracts.DeliveryLineId;
import io.dunwell.contracts.DeliveryQuery;
import io.dunwell.contracts.DeliverySummary;
import io.dunwell.contracts.NewDelivery;
import io.dunwell.contracts.NewReturn;
import io.dunwell.contracts.ProofId;
import io.dunwell.contracts.ProofKind;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Page;
import io.dunwell.shared.RuleViolation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.math.BigDecimal;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/deliveries")
@Tag(name = "Deliveries", description = "What went to customers, what came back, what proves it")
class DeliveriesController {

  private static final String WRITES = "hasAnyRole('OPERATIONS','BILLING','ADMIN')";

  private final Deliveries deliveries;
  private final Contracts contracts;
  private final Clock clock;

  DeliveriesController(Deliveries deliveries, Contracts contracts, Clock clock) {
    this.deliveries = deliveries;
    this.contracts = contracts;
    this.clock = clock;
  }

  /** A delivery to be confirmed. */
  record DeliveryRequest(
      @NotBlank @Size(max = 60) @Schema(example = "DN-2026-0815") String number,
      @NotBlank @Schema(description = "its number", example = "FC-2026-014") String contract,
      @NotNull @Schema(example = "2026-11-20") LocalDate deliveredOn,
      @Nullable @Schema(description = "DELIVERY if left out, or MILESTONE") DeliveryKind kind,
      @NotEmpty @Size(max = 1000) List<@Valid LineRequest> lines,
      @Nullable @Valid @Schema(description = "left out: to the address that is billed")
          ShipToRequest shipTo) {}

  /** What was delivered of one item. */
  record LineRequest(
      @NotBlank @Size(max = 60) @Schema(example = "BOLT-M8") String item,
      @NotNull @Schema(example = "250") BigDecimal quantity,
      @Nullable @Size(max = 300) String description) {}

  /** Something that came back. */
  record ReturnRequest(
      @NotNull @Schema(description = "the delivery line") UUID line,
      @NotNull @Schema(example = "10") BigDecimal quantity,
      @Nullable @Schema(description = "today if left out") LocalDate on,
      @NotBlank @Size(max = 500) @Schema(example = "Two boxes were damaged") String reason,
      @Nullable @Size(max = 60) String number) {}

  /** Why a proof is none. */
  record WithdrawalRequest(
      @NotBlank @Size(max = 500) @Schema(example = "Belongs to another delivery") String reason) {}

  @GetMapping
  @Operation(summary = "Deliveries, the latest first")
  Page<DeliverySummary> list(
      @Parameter(description = "part of a delivery's or contract's number, or of the customer")
          @RequestParam(required = false)
          @Nullable String text,
      @RequestParam(required = false) @Nullable DeliveryKind kind,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate until,
      @RequestParam(required = false) @Nullable Boolean proofMissing,
      @RequestParam(required = false) @Nullable String sort,
      @RequestParam(defaultValue = "0") @Min(0) int page,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int size) {
    return deliveries.find(
        new DeliveryQuery(text, null, null, kind, from, until, proofMissing, sort), page, size);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize(WRITES)
  @Operation(summary = "Confirm a delivery or a milestone")
  DeliveryResponse confirm(@RequestBody @Valid DeliveryRequest wanted, Principal user) {
    DeliveryId id =
        deliveries.confirm(
            new NewDelivery(
                contract(wanted.contract()).id(),
                wanted.number(),
                wanted.deliveredOn(),
                wanted.kind() == null ? DeliveryKind.DELIVERY : wanted.kind(),
                wanted.lines().stream()
                    .map(
                        each ->
                            new NewDelivery.Line(each.item(), each.quantity(), each.description()))
                    .toList(),
                wanted.shipTo() == null ? null : wanted.shipTo().shipTo()),
            new Actor(user.getName()));
    return view(id.value());
  }

  @GetMapping("/{id}")
  @Operation(summary = "A delivery with its lines and proofs")
  DeliveryResponse view(@PathVariable UUID id) {
    return DeliveryResponse.of(deliveries.view(new DeliveryId(id)));
  }

  @PostMapping("/returns")
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize(WRITES)
  @Operation(
      summary = "Take something back",
      description =
          "Never more than was delivered less what came back before. The line of a return can be"
              + " taken back, too: then it went out again.")
  DeliveryResponse takeBack(@RequestBody @Valid ReturnRequest wanted, Principal user) {
    DeliveryId id =
        deliveries.takeBack(
            new NewReturn(
                new DeliveryLineId(wanted.line()),
                wanted.quantity(),
                wanted.on() == null ? LocalDate.now(clock) : wanted.on(),
                wanted.reason(),
                wanted.number()),
            new Actor(user.getName()));
    return view(id.value());
  }

  @PostMapping(value = "/{id}/proofs", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize(DeliveryActions.PROVES)
  @Operation(summary = "Attach a proof: a signed note, an e-way bill, a mail that accepts it")
  DeliveryResponse attach(
      @PathVariable UUID id,
      @RequestParam ProofKind kind,
      @RequestParam MultipartFile file,
      Principal user)
      throws IOException {
    String name = file.getOriginalFilename();
    deliveries.attachProof(
        new DeliveryId(id),
        kind,
        name == null ? "proof" : name,
        file.getBytes(),
        new Actor(user.getName()));
    return view(id);
  }

  @PostMapping("/proofs/{proof}/withdrawal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @PreAuthorize(WRITES)
  @Operation(summary = "Say that a document is no proof after all; it stays filed")
  void withdraw(
      @PathVariable UUID proof, @RequestBody @Valid WithdrawalRequest wanted, Principal user) {
    deliveries.withdrawProof(new ProofId(proof), wanted.reason(), new Actor(user.getName()));
  }

  private ContractView contract(String number) {
    return contracts
        .byNumber(number, LocalDate.now(clock))
        .orElseThrow(
            () -> new RuleViolation("contract.unknown", "There is no contract " + number + "."));
  }
}
