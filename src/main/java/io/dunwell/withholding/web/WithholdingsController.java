package io.dunwell.withholding.web;

import io.dunwell.party.CustomerId;
import io.dunwell.shared.Actor;
import io.dunwell.withholding.WithholdingChoices;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Taxes at source that customers agreed to. */
@RestController
@RequestMapping("/api/customers/{customer}/withholdings")
@Tag(name = "Taxes at source", description = "TDS and TCS: what customers declared or certified")
class WithholdingsController {

  private final WithholdingChoices choices;

  WithholdingsController(WithholdingChoices choices) {
    this.choices = choices;
  }

  /** A choice as JSON; the rate is a decimal string, absent for the law's. */
  record ChoiceJson(
      @Nullable UUID contract,
      @NotBlank @Schema(example = "TDS-GOODS") String code,
      @NotNull Boolean applies,
      @Nullable @Pattern(regexp = "\\d{1,3}(\\.\\d{1,4})?") @Schema(example = "0.1") String rate,
      @NotBlank @Schema(example = "Turnover above 10 crore, declared on 2 April 2026")
          String reason,
      @NotNull LocalDate from) {

    static ChoiceJson of(WithholdingChoices.Choice choice) {
      BigDecimal rate = choice.rate();
      return new ChoiceJson(
          choice.contract(),
          choice.code(),
          choice.applies(),
          rate == null ? null : rate.stripTrailingZeros().toPlainString(),
          choice.reason(),
          choice.from());
    }

    WithholdingChoices.Choice toChoice() {
      return new WithholdingChoices.Choice(
          contract, code, applies, rate == null ? null : new BigDecimal(rate), reason, from);
    }
  }

  @GetMapping
  @Operation(summary = "Everything chosen, the newest first")
  List<ChoiceJson> all(@PathVariable UUID customer) {
    return choices.of(new CustomerId(customer)).stream().map(ChoiceJson::of).toList();
  }

  @PostMapping
  @PreAuthorize("hasAnyRole('ACCOUNTS','BILLING','ADMIN')")
  @Operation(
      summary = "Record that a tax at source applies, or not, or at another rate",
      description =
          """
          `TCS-SCRAP` is collected on scrap unless the buyer declared that it makes things of it. \
          `TDS-CONTRACT`, `TDS-PROFESSIONAL` and `TDS-TECHNICAL` are noted for customers with a \
          tax id `TAN`; `TDS-GOODS` and `TDS-GST` only if chosen here.""")
  List<ChoiceJson> choose(
      @PathVariable UUID customer, @RequestBody @Valid ChoiceJson choice, Principal user) {
    choices.choose(new CustomerId(customer), choice.toChoice(), new Actor(user.getName()));
    return all(customer);
  }
}
