package io.dunwell.contracts.web;

import io.dunwell.contracts.PriceLine;
import io.dunwell.contracts.Slab;
import io.dunwell.contracts.SlabRule;
import io.dunwell.shared.Ids;
import io.dunwell.shared.Numbers;
import io.dunwell.tax.Treatment;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A price line as a caller writes it. */
record PriceLineRequest(
    @Nullable @Schema(description = "of the line that is changed; new if left out") UUID id,
    @NotBlank @Size(max = 60) @Schema(example = "BOLT-M8") String item,
    @Nullable @Size(max = 300) @Schema(example = "Bolt M8, zinc plated") String description,
    @NotBlank @Size(max = 20) @Schema(example = "PCS") String unit,
    @NotNull @Schema(example = "2026-04-01") LocalDate from,
    @Nullable LocalDate until,
    @NotEmpty @Size(max = 50) List<SlabRequest> slabs,
    @Nullable @Schema(description = "WHOLE if left out") SlabRule slabRule,
    @Nullable @Schema(example = "2.5") BigDecimal discountPercent,
    @Nullable @Schema(example = "50000.00") BigDecimal minimumCommitment,
    @Nullable @Size(max = 20) @Schema(example = "731815") String taxCode,
    boolean service,
    @Nullable @Schema(description = "TAXED if left out", example = "EXEMPT") Treatment treatment) {

  /** A price from a quantity on. */
  record SlabRequest(
      @Nullable @Schema(example = "0") BigDecimal fromQuantity,
      @NotNull @Schema(example = "12.50") BigDecimal unitPrice) {}

  /**
   * The line.
   *
   * @param known lines that it may carry on: the one for the same item from the same day keeps its
   *     id
   */
  PriceLine toPriceLine(Currency currency, List<PriceLine> known) {
    return new PriceLine(
        idAmong(known),
        item,
        description == null ? item : description,
        unit,
        from,
        until,
        slabs.stream()
            .map(
                each ->
                    new Slab(
                        each.fromQuantity() == null ? BigDecimal.ZERO : each.fromQuantity(),
                        each.unitPrice()))
            .toList(),
        slabRule == null ? SlabRule.WHOLE : slabRule,
        discountPercent == null ? BigDecimal.ZERO : discountPercent,
        minimumCommitment == null
            ? null
            : Numbers.amount("minimumCommitment", minimumCommitment, currency),
        taxCode == null ? "" : taxCode,
        service,
        treatment == null ? Treatment.TAXED : treatment);
  }

  private UUID idAmong(List<PriceLine> known) {
    if (id != null && known.stream().anyMatch(line -> line.id().equals(id))) {
      return id;
    }
    return known.stream()
        .filter(line -> line.item().equals(item.strip()) && line.from().equals(from))
        .map(PriceLine::id)
        .findFirst()
        .orElseGet(Ids::next);
  }
}
