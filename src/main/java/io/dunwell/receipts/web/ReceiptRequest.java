package io.dunwell.receipts.web;

import io.dunwell.party.CustomerId;
import io.dunwell.receipts.NewReceipt;
import io.dunwell.shared.Ids;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A receipt as a caller writes it. */
record ReceiptRequest(
    @NotBlank @Schema(description = "customer number", example = "0200769623") String customer,
    @NotBlank @Pattern(regexp = Amounts.PATTERN) @Schema(example = "1180.00") String amount,
    @NotNull @Schema(example = "INR") Currency currency,
    @NotNull @Schema(example = "2026-04-02") LocalDate receivedOn,
    @Nullable @Size(max = 500) @Schema(example = "INV-2026-0001 less nothing") String reference,
    @Nullable
        @Size(max = 200)
        @Schema(
            description = "the same key again is the same receipt",
            example = "bank:2026-04-02/17")
        String sourceKey,
    @Nullable
        @Size(max = 1000)
        @Schema(description = "numbers of the documents that it pays, in this order")
        List<String> documents) {

  NewReceipt of(CustomerId id) {
    return new NewReceipt(
        id,
        Amounts.money(amount, currency),
        receivedOn,
        reference,
        sourceKey == null || sourceKey.isBlank() ? "api:" + Ids.next() : sourceKey.strip(),
        documents == null ? List.of() : documents);
  }
}
