package io.dunwell.receipts.web;

import io.dunwell.receivables.ItemId;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How money of a receipt is to be put to items. */
record AllocationRequest(
    @Nullable
        @Pattern(regexp = "manual|oldest-first|by-reference")
        @Schema(description = "manual if left out", example = "oldest-first")
        String mode,
    @Nullable @Schema(description = "manual only: the open item") UUID item,
    @Nullable
        @Pattern(regexp = Amounts.PATTERN)
        @Schema(description = "manual only", example = "100.00")
        String amount,
    @Nullable @Schema(description = "the receipt's day if left out") LocalDate effectiveOn) {

  String how() {
    return mode == null ? "manual" : mode;
  }

  ItemId requiredItem() {
    if (item == null) {
      throw new RuleViolation("allocation.item-missing", "Say which open item is to be paid.");
    }
    return new ItemId(item);
  }

  Money money(Currency currency) {
    if (amount == null) {
      throw new RuleViolation("allocation.amount-missing", "Say how much is to be paid.");
    }
    return Amounts.money(amount, currency);
  }
}
