package io.dunwell.approval.web;

import io.dunwell.approval.Department;
import io.dunwell.approval.process.ApprovalDesk;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.shared.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The approval of invoices for programs: the same tasks and checks as in Tasklist. */
@RestController
@RequestMapping("/api")
@Tag(name = "Approvals", description = "Who approves an invoice, and what they said")
class ApprovalController {

  private final ApprovalDesk desk;

  ApprovalController(ApprovalDesk desk) {
    this.desk = desk;
  }

  record Several(@NotNull @Size(max = 1000) List<@NotNull @Valid One> approvals) {}

  record One(@NotNull UUID invoice, @NotNull Department department, @NotBlank String version) {}

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
