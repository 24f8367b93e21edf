package io.dunwell.numbering;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * This company's fiscal years.
 *
 * @param fiscalYearStart the month in which each begins, 1 to 12
 */
@Validated
@ConfigurationProperties("dunwell.billing")
public record FiscalYears(@DefaultValue("4") @Min(1) @Max(12) int fiscalYearStart) {

  /** The fiscal year that holds that day. */
  public FiscalYear of(LocalDate day) {
    return FiscalYear.of(day, fiscalYearStart);
  }
}
