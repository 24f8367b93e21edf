package io.dunwell.ledger.web;

import io.dunwell.ledger.Entries;
import io.dunwell.ledger.EntryQuery;
import io.dunwell.ledger.EntryView;
import io.dunwell.ledger.ExchangeRates;
import io.dunwell.ledger.Ledger;
import io.dunwell.ledger.TrialBalanceLine;
import io.dunwell.shared.Money;
import io.dunwell.shared.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/ledger")
@Tag(name = "Ledger", description = "What was recorded, and what it adds up to")
class LedgerController {

  private final Ledger ledger;
  private final Entries entries;
  private final ExchangeRates rates;
  private final Clock clock;

  LedgerController(Ledger ledger, Entries entries, ExchangeRates rates, Clock clock) {
    this.ledger = ledger;
    this.entries = entries;
    this.rates = rates;
    this.clock = clock;
  }

  @GetMapping("/trial-balance")
  @Operation(
      summary = "Every account's debits, credits and balance at the end of a day, per currency",
      description = "Amounts of different currencies are never added. `in` shows each at a rate.")
  TrialBalance trialBalance(
      @Parameter(example = "2026-03-31") @RequestParam(required = false) @Nullable LocalDate asOf,
      @Parameter(
              description = "only what was recorded until then",
              example = "2026-04-02T18:00:00Z")
          @RequestParam(required = false)
          @Nullable Instant knownBy,
      @Parameter(description = "also in this currency, at the rate of the day", example = "INR")
          @RequestParam(required = false)
          @Nullable Currency in) {
    LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
    List<TrialBalanceLine> lines = ledger.trialBalance(day, knownBy);
    return new TrialBalance(
        day,
        knownBy,
        TrialBalance.balanced(lines),
        lines.stream().map(l -> line(l, day, in)).toList());
  }

  @GetMapping("/entries")
  @Operation(summary = "The entries that touch an open item, a receipt or a customer, latest first")
  Page<EntryResponse> entries(
      @RequestParam(required = false) @Nullable UUID item,
      @RequestParam(required = false) @Nullable UUID customer,
      @RequestParam(defaultValue = "0") @Min(0) int page,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int size) {
    return entries.find(new EntryQuery(item, customer), page, size).map(EntryResponse::of);
  }

  private TrialBalance.Line line(TrialBalanceLine line, LocalDate day, @Nullable Currency in) {
    Money other = in == null ? null : rates.convert(line.balance(), in, day).orElse(null);
    return new TrialBalance.Line(
        line.account(),
        line.balance().currency(),
        line.debit().text(),
        line.credit().text(),
        line.balance().text(),
        other == null ? null : other.text());
  }

  /** An entry with its amounts as text. */
  record EntryResponse(
      long seq,
      String key,
      String reason,
      LocalDate effectiveOn,
      Instant recordedAt,
      String recordedBy,
      @Nullable Long reverses,
      List<PostingResponse> postings) {

    static EntryResponse of(EntryView entry) {
      return new EntryResponse(
          entry.seq(),
          entry.key(),
          entry.reason(),
          entry.effectiveOn(),
          entry.recordedAt(),
          entry.recordedBy(),
          entry.reverses(),
          entry.postings().stream().map(PostingResponse::of).toList());
    }
  }
}
