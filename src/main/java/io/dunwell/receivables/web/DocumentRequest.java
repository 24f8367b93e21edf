package io.dunwell.receivables.web;

import io.dunwell.party.CustomerId;
import io.dunwell.receivables.DocumentKind;
import io.dunwell.receivables.NewDocument;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** An invoice or credit note as a caller writes it. */
record DocumentRequest(
    @NotBlank @Schema(description = "customer number", example = "0200769623") String customer,
    @NotBlank @Size(max = 60) @Schema(example = "INV-2026-0001") String number,
    @NotNull @Schema(example = "2026-03-01") LocalDate issuedOn,
    @Nullable
        @Schema(
            description = "in one sum; if left out, the customer's payment terms say when",
            example = "2026-03-31")
        LocalDate dueOn,
    @NotBlank @Pattern(regexp = "\\d{1,15}(\\.\\d{1,4})?") @Schema(example = "1180.00")
        String amount,
    @NotNull @Schema(example = "INR") Currency currency,
    @Nullable @Size(max = 200) @Schema(example = "PO 4711") String reference) {

  NewDocument of(DocumentKind kind, CustomerId id) {
    return new NewDocument(id, kind, number.strip(), issuedOn, dueOn, money(), reference, "api");
  }

  private Money money() {
    try {
      return new Money(new BigDecimal(amount), currency);
    } catch (ArithmeticException e) {
      throw new RuleViolation(
          "money.too-many-decimals", currency + " has fewer decimals than " + amount + ".");
    }
  }
}
