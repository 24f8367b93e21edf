package io.dunwell.audit.web;

import io.dunwell.audit.ActQuery;
import io.dunwell.audit.ActView;
import io.dunwell.audit.AuditTrail;
import io.dunwell.shared.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/audit")
@Tag(name = "Audit", description = "Who did what to what")
class AuditController {

  private final AuditTrail trail;

  AuditController(AuditTrail trail) {
    this.trail = trail;
  }

  @GetMapping
  @PreAuthorize("hasAnyRole('AUDITOR','ADMIN','MANAGER')")
  @Operation(summary = "The acts that were recorded, the latest first")
  Page<ActView> find(
      @Parameter(description = "the business key acted on", example = "standard")
          @RequestParam(required = false)
          @Nullable String subject,
      @Parameter(description = "an act or its beginning", example = "policy")
          @RequestParam(required = false)
          @Nullable String act,
      @RequestParam(required = false) @Nullable String by,
      @Parameter(example = "2026-04-01") @RequestParam(required = false) @Nullable LocalDate from,
      @Parameter(example = "2026-04-30") @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(defaultValue = "0") @Min(0) int page,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int size) {
    return trail.find(new ActQuery(subject, act, by, from, to), page, size);
  }
}
