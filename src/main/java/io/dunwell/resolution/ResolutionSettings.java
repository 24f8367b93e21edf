package io.dunwell.resolution;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much a customer's word is worth.
 *
 * @param promiseGraceDays calendar days that money may come late before a promise counts as broken
 * @param longestPromiseDays how many days ahead a promise may reach
 */
@Validated
@ConfigurationProperties("dunwell.resolution")
record ResolutionSettings(
    @Min(0) @DefaultValue("3") int promiseGraceDays,
    @Min(1) @DefaultValue("90") int longestPromiseDays) {}
