package io.dunwell.dunning.web;

import io.dunwell.dunning.DailyRuns;
import io.dunwell.dunning.RunReport;
import io.dunwell.dunning.RunReport.SkippedAccount;
import io.dunwell.dunning.RunReports;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
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

/** The daily runs. */
@RestController
@RequestMapping("/api/daily-runs")
@Tag(name = "Daily runs", description = "Look at every account with something due")
class DailyRunController {

  private final DailyRuns runs;
  private final RunReports reports;

  DailyRunController(DailyRuns runs, RunReports reports) {
    this.runs = runs;
    this.reports = reports;
  }

  /** What is to be run. */
  record RunRequest(@NotNull LocalDate date, @Nullable Boolean dryRun) {}

  @PostMapping
  @PreAuthorize("hasAnyRole('ADMIN','MANAGER')")
  @Operation(
      summary = "Run a day, and the days missed before it, and report",
      description =
          """
          Answers when the run is finished. The same date again changes nothing and answers the \
          same report; a date before the last finished run is refused with `run.out-of-order`. \
          With `dryRun` nothing is written but the report.""",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content =
                  @Content(
                      examples = @ExampleObject("{\"date\": \"2026-11-23\", \"dryRun\": false}"))))
  RunReport run(@Valid @RequestBody RunRequest request, Principal user) {
    boolean dry = request.dryRun() != null && request.dryRun();
    return runs.run(request.date(), dry, new Actor(user.getName()));
  }

  @GetMapping
  @Operation(summary = "The runs, the latest day first, without their accounts")
  Page<RunReport> list(
      @RequestParam(defaultValue = "0") @Min(0) int page,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int size) {
    return new Page<>(reports.list(page * size, size), page, size, reports.count());
  }

  @GetMapping("/{id}")
  @Operation(summary = "The report of a run")
  RunReport report(@PathVariable UUID id) {
    return reports.of(id);
  }

  @GetMapping("/{id}/accounts")
  @Operation(summary = "The accounts that a run skipped, and why")
  Page<SkippedAccount> accounts(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") @Min(0) int page,
      @RequestParam(defaultValue = "100") @Min(1) @Max(10000) int size) {
    RunReport report = reports.of(id);
    List<SkippedAccount> accounts = reports.accounts(id, page * size, size);
    return new Page<>(accounts, page, size, (long) report.skipped() + report.failed());
  }
}
