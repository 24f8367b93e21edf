package io.dunwell.tax.web;

import io.dunwell.shared.Actor;
import io.dunwell.tax.NewTaxRate;
import io.dunwell.tax.RateComponent;
import io.dunwell.tax.TaxRateView;
import io.dunwell.tax.TaxRates;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The table of tax rates. */
@RestController
@RequestMapping("/api/tax-rates")
@Tag(name = "Tax rates", description = "Which tax a code bears from which day on")
class TaxRatesController {

  private final TaxRates rates;

  TaxRatesController(TaxRates rates) {
    this.rates = rates;
  }

  @GetMapping
  @Operation(
      summary = "The rates of a scheme, each with its first and last day",
      description =
          """
          With `code` only those that bear on it: its own row and those of its beginnings (of \
          `84713010` also `8471` and `84`; the longest counts). With `on` only those of that day.""")
  List<TaxRateJson> all(
      @Parameter(example = "IN_GST") @RequestParam(defaultValue = "IN_GST") String scheme,
      @Parameter(example = "84713010") @RequestParam(required = false) @Nullable String code,
      @Parameter(example = "2026-11-22") @RequestParam(required = false) @Nullable LocalDate on) {
    return rates.all(scheme, code, on).stream().map(TaxRateJson::of).toList();
  }

  @PutMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @PreAuthorize("hasAnyRole('ACCOUNTS','MANAGER','ADMIN')")
  @Operation(
      summary = "Enter a rate from a day on",
      description =
          """
          It ends the one before it on the day before. Days that have passed under a rate keep it. \
          A tax that is abolished gets the rate `0`. Where the rate depends on the price of each, \
          enter one for each `priceUpTo` with its `unit`, and one without for what costs more, all \
          from the same day.""")
  void put(@RequestBody @Valid TaxRateRequest request, Principal user) {
    rates.put(request.toRate(), new Actor(user.getName()));
  }

  /** A rate as JSON; the rate is a decimal string. */
  record TaxRateJson(
      String scheme,
      String code,
      RateComponent component,
      String rate,
      LocalDate from,
      @Nullable LocalDate until,
      String law,
      String recordedBy,
      @Nullable String unit,
      @Nullable String priceUpTo) {

    static TaxRateJson of(TaxRateView rate) {
      BigDecimal upTo = rate.priceUpTo();
      return new TaxRateJson(
          rate.scheme(),
          rate.code(),
          rate.component(),
          rate.rate().toPlainString(),
          rate.from(),
          rate.until(),
          rate.law(),
          rate.recordedBy(),
          rate.unit(),
          upTo == null ? null : upTo.toPlainString());
    }
  }

  /** A rate to enter. */
  record TaxRateRequest(
      @NotBlank String scheme,
      @NotBlank String code,
      @NotNull RateComponent component,
      @NotNull @Pattern(regexp = "\\d{1,8}(\\.\\d{1,4})?") String rate,
      @NotNull LocalDate from,
      @NotBlank String law,
      @Nullable String unit,
      @Nullable @Pattern(regexp = "\\d{1,12}(\\.\\d{1,4})?") String priceUpTo) {

    NewTaxRate toRate() {
      return new NewTaxRate(
          scheme,
          code,
          component,
          new BigDecimal(rate),
          from,
          law,
          unit,
          priceUpTo == null ? null : new BigDecimal(priceUpTo));
    }
  }
}
