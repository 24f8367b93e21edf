package io.dunwell.ledger.web;

import io.dunwell.ledger.SealView;
import io.dunwell.ledger.Seals;
import io.dunwell.ledger.Verification;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/ledger/seals")
@Tag(name = "Ledger")
class SealsController {

  private final Seals seals;

  SealsController(Seals seals) {
    this.seals = seals;
  }

  @GetMapping
  @Operation(summary = "The seals on every finished day of the ledger and the audit trail")
  List<SealView> all() {
    return seals.all();
  }

  @GetMapping("/verify")
  @PreAuthorize("hasAnyRole('AUDITOR','ADMIN','MANAGER','ACCOUNTS')")
  @Operation(
      summary = "Recompute every seal from the rows as they are now",
      description = "`intact` is false if a row was changed, added or removed after its sealing.")
  Verification verify() {
    return seals.verify();
  }
}
