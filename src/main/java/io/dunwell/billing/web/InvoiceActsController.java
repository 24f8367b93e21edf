package io.dunwell.billing.web;

import io.dunwell.billing.ApprovalView;
import io.dunwell.billing.Approvals;
import io.dunwell.billing.Department;
import io.dunwell.billing.InvoiceBook;
import io.dunwell.billing.InvoiceNotes;
import io.dunwell.billing.Invoicing;
import io.dunwell.billing.Standing;
import io.dunwell.billing.Verdict;
import io.dunwell.billing.process.ApprovalDesk;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceKind;
import io.dunwell.shared.Actor;
import io.dunwell.workflow.Answer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** What people do with invoices: submit, decide, issue, take back, correct. */
@RestController
@RequestMapping("/api/invoices" + InvoicesController.ID)
@Tag(name = "Invoices")
class InvoiceActsController {

  private static final String PREPARES = "hasAnyRole('BILLING','ADMIN')";

  private final Approvals approvals;
  private final Invoicing invoicing;
  private final InvoiceNotes notes;
  private final InvoiceBook book;
  private final ApprovalDesk desk;

  InvoiceActsController(
      Approvals approvals,
      Invoicing invoicing,
      InvoiceNotes notes,
      InvoiceBook book,
      ApprovalDesk desk) {
    this.desk = desk;
    this.approvals = approvals;
    this.invoicing = invoicing;
    this.notes = notes;
    this.book = book;
  }

  /** Why something is taken back. */
  record Reason(@NotBlank @Schema(example = "Billed to the wrong branch") String reason) {}

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

  /** A line of a note. */
  record NoteLineRequest(
      @NotNull UUID line,
      @NotNull @Schema(example = "4") BigDecimal quantity,
      @Nullable BigDecimal unitPrice) {}

  /**
   * A note to be drafted.
   *
   * @param lines empty for a credit note over all that is left of it
   */
  record NoteRequest(
      @NotBlank @Schema(example = "Four kilos were damp") String reason,
      @Nullable List<@Valid NoteLineRequest> lines,
      @Nullable @Schema(description = "give back the value only; the tax stays")
          Boolean withoutTax) {

    List<InvoiceNotes.NoteLine> corrected() {
      return lines == null
          ? List.of()
          : lines.stream()
              .map(
                  line -> new InvoiceNotes.NoteLine(line.line(), line.quantity(), line.unitPrice()))
              .toList();
    }
  }

  /** Where the departments stand, and what was said so far. */
  record ApprovalsResponse(List<Standing> standings, List<ApprovalView> verdicts) {}

  @PostMapping("/submission")
  @PreAuthorize(PREPARES)
  @Operation(summary = "Submit a draft, or what was returned, to the departments")
  List<Standing> submit(@PathVariable UUID id, Principal user) {
    return approvals.submit(new InvoiceId(id), actor(user));
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

  @PostMapping("/withdrawal")
  @PreAuthorize(PREPARES)
  @Operation(summary = "Throw away what is not issued; what it bills is unbilled again")
  InvoiceResponse withdraw(
      @PathVariable UUID id, @Valid @RequestBody Reason reason, Principal user) {
    approvals.withdraw(new InvoiceId(id), reason.reason(), actor(user));
    return view(id);
  }

  @PostMapping("/issue")
  @PreAuthorize("hasAnyRole('BILLING','ACCOUNTS','ADMIN')")
  @Operation(summary = "Issue what every department approved: number, posting, PDF and letter")
  InvoiceResponse issue(@PathVariable UUID id, Principal user) {
    invoicing.issue(new InvoiceId(id), actor(user));
    return view(id);
  }

  @PostMapping("/cancellation")
  @PreAuthorize("hasAnyRole('ACCOUNTS','ADMIN')")
  @Operation(summary = "Take an issued document back; its number stays used")
  InvoiceResponse cancel(@PathVariable UUID id, @Valid @RequestBody Reason reason, Principal user) {
    invoicing.cancel(new InvoiceId(id), reason.reason(), actor(user));
    return view(id);
  }

  /**
   * What may still be credited.
   *
   * @param left net, by line
   * @param warning that it is too late to take the tax back, null while it is not
   */
  record Creditable(Map<UUID, String> left, @Nullable String warning) {}

  @GetMapping("/creditable")
  @Operation(summary = "What is left of each line that a credit note can give back")
  Creditable creditable(@PathVariable UUID id) {
    InvoiceId invoice = new InvoiceId(id);
    Map<UUID, String> left = new LinkedHashMap<>();
    notes.left(invoice).forEach((line, net) -> left.put(line, net.toPlainString()));
    return new Creditable(left, notes.lateCredit(invoice).orElse(null));
  }

  @PostMapping("/credit-notes")
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize(PREPARES)
  @Operation(
      summary = "Draft a credit note to an issued invoice",
      description =
          "Without lines over all that is left. A line gives its quantity, and with unitPrice a"
              + " difference in price. Never more than is left of a line.")
  InvoiceResponse credit(
      @PathVariable UUID id, @Valid @RequestBody NoteRequest request, Principal user) {
    return note(InvoiceKind.CREDIT_NOTE, id, request, user);
  }

  @PostMapping("/debit-notes")
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize(PREPARES)
  @Operation(summary = "Draft a debit note to an issued invoice")
  InvoiceResponse debit(
      @PathVariable UUID id, @Valid @RequestBody NoteRequest request, Principal user) {
    return note(InvoiceKind.DEBIT_NOTE, id, request, user);
  }

  private InvoiceResponse note(InvoiceKind kind, UUID id, NoteRequest request, Principal user) {
    InvoiceId note =
        notes.note(
            new InvoiceNotes.NewNote(
                kind,
                new InvoiceId(id),
                request.corrected(),
                request.reason(),
                Boolean.TRUE.equals(request.withoutTax())),
            actor(user));
    return view(note.value());
  }

  private InvoiceResponse view(UUID id) {
    return InvoiceResponse.of(book, new InvoiceId(id));
  }

  private static Actor actor(Principal user) {
    return new Actor(user.getName());
  }
}
