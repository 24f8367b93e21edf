package io.dunwell.billing.web;

import io.dunwell.billing.process.RunSubmissions;
import io.dunwell.billing.process.SubmissionView;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Page;
import io.dunwell.shared.RuleViolation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Submits all drafts of a run, in the background, and says how far that is. */
@RestController
@RequestMapping("/api/billing-runs/{id}/submission")
@Tag(name = "Billing runs")
class SubmissionController {

  private final RunSubmissions submissions;

  SubmissionController(RunSubmissions submissions) {
    this.submissions = submissions;
  }

  /** Which drafts of a submission. */
  enum Outcome {
    SUBMITTED,
    REFUSED,
    FAILED,
    WAITING
  }

  /** How far a submission is. */
  record SubmissionResponse(
      UUID run,
      @Schema(allowableValues = {"RUNNING", "FINISHED"}) String status,
      int drafts,
      @Schema(description = "Those included that were issued at once") int submitted,
      int issued,
      int refused,
      @Schema(description = "Something went wrong; submit again") int failed,
      int waiting,
      String startedBy,
      Instant startedAt,
      @Nullable Instant finishedAt) {

    static SubmissionResponse of(SubmissionView view) {
      return new SubmissionResponse(
          view.run(),
          view.running() ? "RUNNING" : "FINISHED",
          view.drafts(),
          view.submitted(),
          view.issued(),
          view.refused(),
          view.failed(),
          view.waiting(),
          view.by(),
          view.startedAt(),
          view.finishedAt());
    }
  }

  @PostMapping
  @PreAuthorize("hasAnyRole('BILLING','ADMIN')")
  @Operation(
      summary = "Submit all drafts of a run",
      description =
          "Goes on in the background, 50 to a transaction; look at the same address how far it is."
              + " Asked again meanwhile, nothing more happens. What the rules let pass straight is"
              + " issued at once.")
  ResponseEntity<SubmissionResponse> submit(@PathVariable UUID id, Principal user) {
    SubmissionView begun = submissions.begin(id, new Actor(user.getName()));
    return ResponseEntity.accepted()
        .location(URI.create("/api/billing-runs/" + id + "/submission"))
        .body(SubmissionResponse.of(begun));
  }

  @GetMapping
  @Operation(summary = "How far the latest submission of the run's drafts is")
  SubmissionResponse status(@PathVariable UUID id) {
    return submissions
        .of(id)
        .map(SubmissionResponse::of)
        .orElseThrow(
            () ->
                new RuleViolation(
                    "submission.unknown", "Nobody has submitted the drafts of this run at once."));
  }

  @GetMapping("/drafts")
  @Operation(summary = "What became of each draft, and why it was not submitted")
  Page<SubmissionView.Draft> drafts(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable Outcome outcome,
      @RequestParam(defaultValue = "0") @Min(0) int page,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int size) {
    return submissions.drafts(id, outcome == null ? null : outcome.name(), page, size);
  }
}
