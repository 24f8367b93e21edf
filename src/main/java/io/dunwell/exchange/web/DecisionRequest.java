package io.dunwell.exchange.web;

import io.dunwell.exchange.ConflictView;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

record DecisionRequest(
    @Schema(example = "KEPT") ConflictView.Decision decision,
    @Schema(example = "The file was typed by hand; the books follow the invoice.")
        @Nullable String reason) {

  String why() {
    return reason == null ? "" : reason;
  }
}
