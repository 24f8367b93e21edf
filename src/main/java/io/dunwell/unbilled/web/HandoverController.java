package io.dunwell.unbilled.web;

import io.dunwell.shared.Actor;
import io.dunwell.unbilled.ChaseId;
import io.dunwell.unbilled.process.ChaseHandover;
import io.dunwell.unbilled.web.UnbilledResponse.ChaseResponse;
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

/** Hands chases on to other owners. */
@RestController
@RequestMapping("/api/unbilled/chases")
@Tag(name = "Unbilled")
class HandoverController {

  private final ChaseHandover handover;

  HandoverController(ChaseHandover handover) {
    this.handover = handover;
  }

  /** Who is asked from now on, and why. */
  record HandoverRequest(
      @NotBlank @Schema(example = "omar") String owner,
      @NotBlank @Schema(example = "Omar drove there and knows who signed") String reason) {}

  @PostMapping("/{id}/handover")
  @PreAuthorize("hasAnyRole('MANAGER','ADMIN')")
  @Operation(
      summary = "Ask somebody else about something unbilled",
      description = "They get the task and a mail; when the manager is asked does not change.")
  ChaseResponse handOn(
      @PathVariable UUID id, @Valid @RequestBody HandoverRequest request, Principal user) {
    return ChaseResponse.of(
        AskedAbout.of(
            handover.handOn(
                new ChaseId(id), request.owner(), request.reason(), new Actor(user.getName()))));
  }
}
