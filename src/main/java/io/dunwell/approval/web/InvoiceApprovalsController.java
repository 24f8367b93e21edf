package io.dunwell.approval.web;

import io.dunwell.approval.ApprovalView;
import io.dunwell.approval.Approvals;
import io.dunwell.approval.Department;
import io.dunwell.approval.Standing;
import io.dunwell.approval.Submitting;
import io.dunwell.approval.Verdict;
import io.dunwell.approval.process.ApprovalDesk;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.shared.Actor;
import io.dunwell.workflow.Answer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How one invoice is approved: submit it, look at the verdicts, decide. */
@RestController
@RequestMapping("/api/invoices/{id:[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}}")
@Tag(name = "Approvals")
class InvoiceApprovalsController {

  private static final String PREPARES = "hasAnyRole('BILLING','ADMIN')";

  private final Approvals approvals;
  private final Submitting submitting;
  private final ApprovalDesk desk;

  InvoiceApprovalsController(Approvals approvals, Submitting submitting, ApprovalDesk desk) {
    this.approvals = approvals;
    this.submitting = submitting;
    this.desk = desk;
  }

  /**
   * A department's word.
   *
   * @param verdict {@code APPROVED} or {@code RETURNED}
   * @param versionHash of the version that was looked at
   * @param reason required for a return
   * @param lines the lines that a return is about
   */
  record VerdictRequest(
      @NotNull @Schema(example = "OPERATIONS") Department department,
      @NotNull @Schema(example = "APPROVED") Verdict verdict,
      @NotBlank String versionHash,
      @Nullable @Schema(example = "The delivery note is not signed") String reason,
      @Nullable List<UUID> lines) {

    private String word() {
      return verdict == Verdict.RETURNED ? "return" : "approve";
    }

    /** The same as an answer to the task's form; no person passes anything straight. */
    Answer answer() {
      return new Answer(
          Map.of(
              "verdict", verdict == Verdict.STRAIGHT ? "" : word(),
              "version", versionHash,
              "reason", reason == null ? "" : reason,
              "lines", lines == null ? "" : lines.toString()));
    }
  }

  /**
   * What is submitted.
   *
   * @param edition of the draft that was read; left out, whatever it says now
   */
  record SubmissionRequest(@Nullable @Schema(example = "2") Integer edition) {}

  /** Where the departments stand, and what was said so far. */
  record ApprovalsResponse(List<Standing> standings, List<ApprovalView> verdicts) {}

  @PostMapping("/submission")
  @PreAuthorize(PREPARES)
  @Operation(
      summary = "Submit a draft, or what was returned, to the departments",
      description = "With the edition that was read, another one than the present is refused.")
  List<Standing> submit(
      @PathVariable UUID id,
      @RequestBody(required = false) @Nullable SubmissionRequest request,
      Principal user) {
    Integer edition = request == null ? null : request.edition();
    return submitting.submit(new InvoiceId(id), edition, actor(user));
  }

  @GetMapping("/approvals")
  @Operation(summary = "Who has to approve it, and who said what about which version")
  ApprovalsResponse approvals(@PathVariable UUID id) {
    InvoiceId invoice = new InvoiceId(id);
    return new ApprovalsResponse(approvals.standings(invoice), approvals.verdicts(invoice));
  }

  @PostMapping("/approvals")
  @Operation(
      summary = "Approve the version that you saw for your department, or return it",
      description = "Claims and completes the department's task, as Tasklist would.")
  ApprovalsResponse decide(
      @PathVariable UUID id, @Valid @RequestBody VerdictRequest request, Principal user) {
    desk.decide(new InvoiceId(id), request.department(), request.answer(), actor(user));
    return approvals(id);
  }

  private static Actor actor(Principal user) {
    return new Actor(user.getName());
  }
}
