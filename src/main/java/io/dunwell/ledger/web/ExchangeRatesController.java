package io.dunwell.ledger.web;

import io.dunwell.ledger.ExchangeRate;
import io.dunwell.ledger.ExchangeRates;
import io.dunwell.shared.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.security.Principal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/exchange-rates")
@Tag(name = "Ledger")
class ExchangeRatesController {

  private final ExchangeRates rates;

  ExchangeRatesController(ExchangeRates rates) {
    this.rates = rates;
  }

  @GetMapping
  @Operation(summary = "All exchange rates; each is valid from its day until the next")
  List<Rate> all() {
    return rates.all().stream().map(Rate::of).toList();
  }

  @PutMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @PreAuthorize("hasAnyRole('ACCOUNTS','MANAGER','ADMIN')")
  @Operation(summary = "Set exchange rates from days on")
  void put(@RequestBody @Valid @NotEmpty List<@Valid Rate> body, Principal user) {
    rates.putAll(body.stream().map(Rate::toRate).toList(), new Actor(user.getName()));
  }

  /** What one unit of a currency is worth in another from a day on. */
  record Rate(
      @NotNull @Schema(example = "USD") Currency from,
      @NotNull @Schema(example = "INR") Currency to,
      @NotNull @Schema(example = "2026-04-01") LocalDate effectiveOn,
      @NotNull @Pattern(regexp = "\\d{1,10}(\\.\\d{1,9})?") @Schema(example = "83.25")
          String rate) {

    static Rate of(ExchangeRate rate) {
      return new Rate(rate.from(), rate.to(), rate.effectiveOn(), rate.rate().toPlainString());
    }

    ExchangeRate toRate() {
      return new ExchangeRate(from, to, effectiveOn, new BigDecimal(rate));
    }
  }
}
