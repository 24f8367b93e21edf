package io.dunwell.receipts.web;

import io.dunwell.receipts.BankStatements;
import io.dunwell.shared.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/bank-statements")
@Tag(name = "Receipts", description = "Money that came in, and what it pays")
class BankStatementsController {

  private final BankStatements statements;

  BankStatementsController(BankStatements statements) {
    this.statements = statements;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @PreAuthorize("hasAnyRole('ACCOUNTS','ADMIN')")
  @Operation(summary = "Note that all receipts of a bank account are booked up to a day")
  void covered(@RequestBody @Valid Covered covered, Principal user) {
    statements.covered(covered.until(), covered.source(), new Actor(user.getName()));
  }

  /** Which account or file covers what. */
  record Covered(
      @NotNull @Schema(example = "2026-04-02") LocalDate until,
      @NotBlank @Size(max = 200) @Schema(example = "HDFC 4711") String source) {}
}
