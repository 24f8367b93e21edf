package io.dunwell.billing.web;

import io.dunwell.billing.Department;
import io.dunwell.billing.Invoicing;
import io.dunwell.billing.process.ApprovalDesk;
import io.dunwell.documents.Previews;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.shared.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The approval of invoices for programs: the same tasks and checks as in Tasklist. */
@RestController
@RequestMapping("/api")
@Tag(name = "Approvals", description = "Who approves an invoice, and what they said")
class ApprovalController {

  private static final int WIDTH = 1000;

  private final ApprovalDesk desk;
  private final Invoicing invoicing;
  private final Previews previews;

  ApprovalController(ApprovalDesk desk, Invoicing invoicing, Previews previews) {
    this.desk = desk;
    this.invoicing = invoicing;
    this.previews = previews;
  }

  record Several(@NotNull List<One> approvals) {}

  record One(@NotNull UUID invoice, @NotNull Department department, @NotBlank String version) {}

  @GetMapping(value = "/invoices/{id}/picture", produces = MediaType.IMAGE_PNG_VALUE)
  @Operation(summary = "A page of the invoice as a picture, as it is or would be printed")
  ResponseEntity<byte[]> picture(
      @PathVariable UUID id, @RequestParam(defaultValue = "0") int page) {
    return previews
        .ofPdf(invoicing.pdf(new InvoiceId(id)), page, WIDTH)
        .map(drawn -> ResponseEntity.ok().body(drawn.png()))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  @PostMapping("/approvals")
  @Operation(
      summary = "Approve several invoices, none of which differs from its contract",
      description = "Each is an act of its own; the answer says what became of each.")
  List<ApprovalDesk.Outcome> approveAll(@Valid @RequestBody Several several, Principal by) {
    return desk.approveAll(
        several.approvals().stream()
            .map(
                one ->
                    new ApprovalDesk.TaskChoice(
                        new InvoiceId(one.invoice()), one.department(), one.version()))
            .toList(),
        new Actor(by.getName()));
  }
}
