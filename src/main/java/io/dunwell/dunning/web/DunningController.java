package io.dunwell.dunning.web;

import io.dunwell.dunning.CaseId;
import io.dunwell.dunning.CaseView;
import io.dunwell.dunning.Cases;
import io.dunwell.dunning.ChargeWaivers;
import io.dunwell.dunning.NoticeId;
import io.dunwell.dunning.NoticeQuery;
import io.dunwell.dunning.NoticeView;
import io.dunwell.dunning.Notices;
import io.dunwell.dunning.Why;
import io.dunwell.dunning.WhyView;
import io.dunwell.dunning.Withdrawals;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases, notices, and why something is or is not chased. */
@RestController
@RequestMapping("/api/dunning")
@Tag(name = "Dunning", description = "Cases, notices, and why something is or is not chased")
class DunningController {

  private final Cases cases;
  private final Notices notices;
  private final Withdrawals withdrawals;
  private final ChargeWaivers waivers;
  private final Why why;
  private final Clock clock;

  DunningController(
      Cases cases,
      Notices notices,
      Withdrawals withdrawals,
      ChargeWaivers waivers,
      Why why,
      Clock clock) {
    this.cases = cases;
    this.notices = notices;
    this.withdrawals = withdrawals;
    this.waivers = waivers;
    this.why = why;
    this.clock = clock;
  }

  /** A reason that a person gives. */
  record Because(@NotBlank String reason) {}

  @GetMapping("/cases")
  @Operation(summary = "The collection cases, the latest opened first")
  Page<CaseView> cases(
      @Parameter(description = "only open (true) or ended (false) ones")
          @RequestParam(required = false)
          @Nullable Boolean open,
      @RequestParam(required = false) @Nullable String customer,
      @RequestParam(defaultValue = "0") @Min(0) int page,
      @RequestParam(defaultValue = "50") @Min(1) @Max(10000) int size) {
    return new Page<>(
        cases.list(open, customer, page * size, size), page, size, cases.count(open, customer));
  }

  @GetMapping("/cases/{id}")
  @Operation(summary = "A collection case")
  CaseView collectionCase(@PathVariable UUID id) {
    return cases.view(new CaseId(id));
  }

  @GetMapping("/notices")
  @Operation(
      summary = "Every act of a stage, letter or task, by day, customer and currency",
      description =
          "`level` in a line is the level after the act; the lines that climbed come first.")
  Page<NoticeView> notices(
      @Parameter(description = "first day", example = "2026-11-01") @RequestParam(required = false)
          @Nullable LocalDate from,
      @Parameter(description = "last day", example = "2026-11-30") @RequestParam(required = false)
          @Nullable LocalDate to,
      @RequestParam(required = false) @Nullable String customer,
      @RequestParam(required = false) @Nullable String invoiceNumber,
      @RequestParam(defaultValue = "0") @Min(0) int page,
      @RequestParam(defaultValue = "50") @Min(1) @Max(10000) int size) {
    return notices.find(new NoticeQuery(from, to, customer, invoiceNumber), page, size);
  }

  @GetMapping("/notices/{id}")
  @Operation(summary = "A notice")
  NoticeView notice(@PathVariable UUID id) {
    return notices.view(new NoticeId(id));
  }

  @PostMapping("/notices/{id}/withdrawal")
  @PreAuthorize("hasAnyRole('COLLECTOR','MANAGER','ADMIN')")
  @Operation(
      summary = "Withdraw a notice",
      description = "The newest of an account first. Levels and charges are restored.")
  NoticeView withdraw(@PathVariable UUID id, @Valid @RequestBody Because because, Principal user) {
    withdrawals.withdraw(new NoticeId(id), because.reason(), new Actor(user.getName()));
    return notices.view(new NoticeId(id));
  }

  @PostMapping("/notices/{id}/waiver")
  @PreAuthorize("hasAnyRole('MANAGER','ADMIN')")
  @Operation(summary = "Waive the fee and interest of a notice; the notice stands")
  NoticeView waive(@PathVariable UUID id, @Valid @RequestBody Because because, Principal user) {
    waivers.waive(new NoticeId(id), because.reason(), new Actor(user.getName()));
    return notices.view(new NoticeId(id));
  }

  @GetMapping("/why")
  @Operation(summary = "Why an invoice is or is not chased, by the rules of the daily run")
  WhyView why(
      @Parameter(example = "INV-1001") @RequestParam String invoiceNumber,
      @Parameter(description = "the day asked about; today without it")
          @RequestParam(required = false)
          @Nullable LocalDate date) {
    return why.of(invoiceNumber, date == null ? LocalDate.now(clock) : date);
  }
}
