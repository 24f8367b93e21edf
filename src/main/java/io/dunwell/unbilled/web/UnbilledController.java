package io.dunwell.unbilled.web;

import io.dunwell.billing.Cause;
import io.dunwell.billing.UnbilledMonth;
import io.dunwell.billing.UnbilledRegister;
import io.dunwell.pages.Asked;
import io.dunwell.pages.Listed;
import io.dunwell.shared.Page;
import io.dunwell.unbilled.Explanations;
import io.dunwell.unbilled.web.UnbilledResponse.ExplanationResponse;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was delivered and is not billed. */
@RestController
@RequestMapping("/api/unbilled")
@Tag(name = "Unbilled", description = "What was delivered and is not billed, why, and who is asked")
class UnbilledController {

  private final UnbilledList unbilled;
  private final UnbilledRegister register;
  private final Explanations explanations;
  private final Clock clock;

  UnbilledController(
      UnbilledList unbilled, UnbilledRegister register, Explanations explanations, Clock clock) {
    this.unbilled = unbilled;
    this.register = register;
    this.explanations = explanations;
    this.clock = clock;
  }

  /** A month's end. */
  record MonthResponse(LocalDate on, String currency, int count, String value) {

    static MonthResponse of(UnbilledMonth month) {
      return new MonthResponse(
          month.on(),
          month.value().currency().getCurrencyCode(),
          month.count(),
          month.value().text());
    }
  }

  /**
   * What one cause holds back in one currency.
   *
   * @param byAge by age since delivery: WEEK up to 7 days, MONTH 30, TWO_MONTHS 60, OLDER
   */
  record SummaryResponse(
      Cause cause, String currency, int count, String value, Map<AgeBand, String> byAge) {

    static SummaryResponse of(CauseSum sum) {
      Map<AgeBand, String> byAge = new TreeMap<>();
      for (AgeBand band : AgeBand.values()) {
        byAge.put(band, sum.aged(band).text());
      }
      return new SummaryResponse(
          sum.cause(), sum.currency(), sum.count(), sum.value().text(), byAge);
    }
  }

  @GetMapping
  @Operation(
      summary = "Delivered and not billed as of any day",
      description =
          "For example asOf=2026-11-30&cause=PROOF_MISSING&mine=true&sort=-value; the oldest delivery"
              + " first unless sort says otherwise.")
  Page<UnbilledResponse> list(
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable Cause cause,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable Integer minAge,
      @RequestParam(required = false) @Nullable LocalDate invoicesSince,
      @RequestParam(defaultValue = "false") boolean mine,
      @RequestParam(required = false) @Nullable String sort,
      @RequestParam(defaultValue = "0") @Min(0) int page,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int size,
      Principal user) {
    LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
    Wanted wanted =
        new Wanted(day, cause, minAge, mine ? user.getName() : null, false, invoicesSince);
    String text = q == null ? "" : q;
    Listed<UnbilledRow> found =
        unbilled.of(wanted, text).page(new Asked("", page, size, sort, text, null));
    return new Page<>(found.rows(), page, size, found.total()).map(UnbilledResponse::of);
  }

  @GetMapping("/summary")
  @Operation(summary = "What each cause holds back, by currency and age")
  List<SummaryResponse> summary(@RequestParam(required = false) @Nullable LocalDate asOf) {
    LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
    return CauseSum.of(unbilled.shares(new Wanted(day, null, null, null, false, null))).stream()
        .map(SummaryResponse::of)
        .toList();
  }

  @GetMapping("/trend")
  @Operation(summary = "What was unbilled at the ends of the last months, by currency")
  List<MonthResponse> trend(@RequestParam(defaultValue = "6") @Min(1) @Max(24) int months) {
    return register.trend(LocalDate.now(clock), months).stream().map(MonthResponse::of).toList();
  }

  @GetMapping("/{id}/explanations")
  @Operation(summary = "All that was said about something unbilled, the latest first")
  List<ExplanationResponse> explanations(@PathVariable UUID id) {
    return explanations.of(id).stream().map(ExplanationResponse::of).toList();
  }
}
