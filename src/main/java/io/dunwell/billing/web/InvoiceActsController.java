package io.dunwell.billing.web;

import io.dunwell.approval.Approvals;
import io.dunwell.billing.InvoiceBook;
import io.dunwell.billing.Invoicing;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.shared.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.security.Principal;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people do with invoices: throw away, issue, take back. */
@RestController
@RequestMapping("/api/invoices" + InvoicesController.ID)
@Tag(name = "Invoices")
class InvoiceActsController {

  private static final String PREPARES = "hasAnyRole('BILLING','ADMIN')";

  private final Approvals approvals;
  private final Invoicing invoicing;
  private final InvoiceBook book;

  InvoiceActsController(Approvals approvals, Invoicing invoicing, InvoiceBook book) {
    this.approvals = approvals;
    this.invoicing = invoicing;
    this.book = book;
  }

  /** Why something is taken back. */
  record Reason(@NotBlank @Schema(example = "Billed to the wrong branch") String reason) {}

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

  private InvoiceResponse view(UUID id) {
    return InvoiceResponse.of(book, new InvoiceId(id));
  }

  private static Actor actor(Principal user) {
    return new Actor(user.getName());
  }
}
