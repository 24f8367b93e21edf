package io.dunwell.receipts.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Why something is taken back, and from which day on: today if left out. */
record Reversal(
    @NotBlank @Size(max = 500) @Schema(example = "paid another invoice") String reason,
    @Nullable @Schema(example = "2026-04-05") LocalDate effectiveOn) {}
