package io.dunwell.billing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How this company bills.
 *
 * @param fiscalYearStart the month in which its fiscal year begins, 1 to 12
 */
@Validated
@ConfigurationProperties("dunwell.billing")
record BillingSettings(@DefaultValue("4") @Min(1) @Max(12) int fiscalYearStart) {}
