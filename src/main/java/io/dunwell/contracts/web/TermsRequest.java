package io.dunwell.contracts.web;

import io.dunwell.contracts.BillingRule;
import io.dunwell.contracts.ContractTerms;
import io.dunwell.contracts.PriceLine;
import io.dunwell.contracts.PurchaseOrder;
import io.dunwell.party.PaymentTerms;
import io.dunwell.shared.MalformedValue;
import io.dunwell.shared.Money;
import io.dunwell.shared.Numbers;
import io.dunwell.tax.Supply;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is agreed, as a caller writes it. */
record TermsRequest(
    @NotBlank @Size(max = 200) @Schema(example = "Fasteners, frame contract") String title,
    @NotNull @Schema(example = "2026-04-01") LocalDate validFrom,
    @Nullable @Schema(example = "2027-03-31") LocalDate validUntil,
    @NotNull @Schema(example = "MONTHLY") BillingRule billingRule,
    @NotBlank @Size(max = 300) @Schema(example = "30% net 30, 70% net 60") String paymentTerms,
    @Nullable @Valid OrderRequest purchaseOrder,
    @Nullable @Size(max = 5000) List<@Valid PriceLineRequest> priceLines,
    @NotBlank @Size(max = 60) @Schema(example = "sales") String owner,
    @NotBlank @Size(max = 10) @Schema(example = "27") String placeOfSupply,
    @NotBlank @Size(max = 40) @Schema(example = "IN_GST") String taxScheme,
    @Nullable
        @Schema(
            example = "REVERSE_CHARGE",
            description = "Left out: what follows from customer and place")
        Supply supply,
    boolean proofRequired,
    @Nullable @Schema(example = "100000.00") BigDecimal advance) {

  /** The customer's order. */
  record OrderRequest(
      @NotBlank @Size(max = 60) @Schema(example = "4500017712") String number,
      @Nullable @Schema(example = "2500000.00") BigDecimal cap,
      @Nullable @Schema(example = "2027-03-31") LocalDate validUntil) {}

  ContractTerms toTerms(Currency currency, List<PriceLine> known) {
    return new ContractTerms(
        title,
        validFrom,
        validUntil,
        billingRule,
        terms(paymentTerms),
        order(currency),
        priceLines == null
            ? List.of()
            : priceLines.stream().map(line -> line.toPriceLine(currency, known)).toList(),
        owner,
        placeOfSupply,
        taxScheme,
        supply,
        proofRequired,
        money("advance", advance, currency));
  }

  static PaymentTerms terms(String text) {
    try {
      return PaymentTerms.parse(text);
    } catch (IllegalArgumentException e) {
      throw new MalformedValue(
          "contract.unreadable-terms",
          "paymentTerms",
          "%s. Write for example net 30, or 30%% net 30, 70%% net 60."
              .formatted(String.valueOf(e.getMessage()).replaceFirst("\\.$", "")));
    }
  }

  private @Nullable PurchaseOrder order(Currency currency) {
    return purchaseOrder == null
        ? null
        : new PurchaseOrder(
            purchaseOrder.number(),
            money("purchaseOrder.cap", purchaseOrder.cap(), currency),
            purchaseOrder.validUntil());
  }

  private static @Nullable Money money(
      String field, @Nullable BigDecimal amount, Currency currency) {
    return amount == null ? null : Numbers.amount(field, amount, currency);
  }
}
