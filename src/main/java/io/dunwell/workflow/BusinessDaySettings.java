package io.dunwell.workflow;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When business days begin.
 *
 * @param businessDate the date to begin with where the clock can be moved; today's otherwise
 * @param dayTurnsAt from when on a day's work is done where the clock cannot be moved
 */
@ConfigurationProperties("dunwell")
record BusinessDaySettings(
    @Nullable LocalDate businessDate, @DefaultValue("05:00") LocalTime dayTurnsAt) {}
