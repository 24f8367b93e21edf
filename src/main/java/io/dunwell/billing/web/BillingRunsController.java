package io.dunwell.billing.web;

import io.dunwell.billing.BillingRuns;
import io.dunwell.billing.Cause;
import io.dunwell.billing.RunReport;
import io.dunwell.billing.RunView;
import io.dunwell.billing.UnbilledItem;
import io.dunwell.invoices.InvoiceKind;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Money;
import io.dunwell.shared.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.net.URI;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Runs that make drafts of what is ready. */
@RestController
@RequestMapping("/api/billing-runs")
@Tag(name = "Billing runs", description = "Drafts of all that is ready to be billed")
class BillingRunsController {

  private final BillingRuns runs;

  BillingRunsController(BillingRuns runs) {
    this.runs = runs;
  }

  /** What to run. */
  record RunRequest(
      @NotNull
          @Schema(
              example = "2026-10-31",
              description = "Last day of delivery, today or before; what is known today counts")
          LocalDate upTo,
      boolean dryRun) {}

  /** A draft that was made. */
  record DraftResponse(
      @Nullable UUID id,
      InvoiceKind kind,
      String customer,
      String contract,
      int lines,
      String currency,
      String net) {}

  /** Something left out. */
  record LeftOutResponse(
      String contract,
      @Schema(
              description =
                  "Empty for the advance of a contract, as item and quantity are; of a minimum commitment only the item is said")
          @Nullable String delivery,
      @Nullable String item,
      @Nullable String quantity,
      Cause cause,
      String why) {}

  /** Something that an earlier run left out; the value is at contract price, if there was one. */
  record LeftResponse(
      String contract,
      String customer,
      @Nullable String delivery,
      @Nullable String item,
      @Nullable LocalDate deliveredOn,
      @Nullable String quantity,
      @Nullable String currency,
      @Nullable String value,
      Cause cause,
      String why) {

    static LeftResponse of(RunView.Left left) {
      Money value = left.value();
      return new LeftResponse(
          left.contractNumber(),
          left.customerName(),
          left.deliveryNumber(),
          left.item(),
          left.deliveredOn(),
          plain(left.quantity()),
          value == null ? null : value.currency().getCurrencyCode(),
          value == null ? null : value.text(),
          left.cause(),
          left.why());
    }
  }

  /** What a run did, or would do. */
  record RunResponse(
      @Nullable UUID id,
      LocalDate upTo,
      boolean dryRun,
      List<DraftResponse> drafts,
      List<LeftOutResponse> leftOut) {

    static RunResponse of(RunReport report) {
      return new RunResponse(
          report.id(),
          report.upTo(),
          report.dryRun(),
          report.drafts().stream().map(RunResponse::draft).toList(),
          report.leftOut().stream().map(RunResponse::left).toList());
    }

    private static DraftResponse draft(RunReport.DraftSummary draft) {
      return new DraftResponse(
          draft.id() == null ? null : draft.id().value(),
          draft.kind(),
          draft.customer(),
          draft.contract(),
          draft.lines(),
          draft.net().currency().getCurrencyCode(),
          draft.net().text());
    }

    private static @Nullable String itemOf(RunReport.@Nullable Committed commitment) {
      return commitment == null ? null : commitment.item();
    }

    private static LeftOutResponse left(RunReport.LeftOut left) {
      UnbilledItem item = left.item();
      return new LeftOutResponse(
          left.contractNumber(),
          item == null ? null : item.deliveryNumber(),
          item == null ? itemOf(left.commitment()) : item.item(),
          item == null ? null : plain(item.quantity()),
          left.cause(),
          left.why());
    }
  }

  private static @Nullable String plain(@Nullable BigDecimal quantity) {
    return quantity == null ? null : quantity.stripTrailingZeros().toPlainString();
  }

  @PostMapping
  @PreAuthorize("hasAnyRole('BILLING','ACCOUNTS','ADMIN')")
  @Operation(
      summary = "Bill all that was delivered up to a day",
      description =
          "Goes on in the background: 202, and its address says how far it is. The same again makes"
              + " nothing more. A dry run only says, at once and with 201, what it would do.")
  ResponseEntity<RunResponse> run(@Valid @RequestBody RunRequest request, Principal user) {
    Actor by = new Actor(user.getName());
    if (request.dryRun()) {
      RunReport report = runs.run(request.upTo(), true, by);
      return ResponseEntity.status(HttpStatus.CREATED).body(RunResponse.of(report));
    }
    UUID run = runs.begin(request.upTo(), by);
    return ResponseEntity.accepted()
        .location(URI.create("/api/billing-runs/" + run))
        .body(new RunResponse(run, request.upTo(), false, List.of(), List.of()));
  }

  @GetMapping("/{id}")
  @Operation(summary = "A run: how many drafts it has made, and whether it is finished")
  RunView one(@PathVariable UUID id) {
    return runs.view(id);
  }

  @GetMapping
  @Operation(summary = "The runs there were, the latest first")
  Page<RunView> list(
      @RequestParam(defaultValue = "0") @Min(0) int page,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int size) {
    return runs.list(page, size);
  }

  @GetMapping("/{id}/left-out")
  @Operation(summary = "What that run left out, and why")
  List<LeftResponse> leftOut(@PathVariable UUID id) {
    return runs.leftOut(id).stream().map(LeftResponse::of).toList();
  }
}
