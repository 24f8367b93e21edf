package io.dunwell.unbilled;

import java.time.LocalDate;

/**
 * What a person says about something unbilled.
 *
 * @param reason why, never blank
 * @param until the last day on which it is kept quiet, or is to be answered by
 */
public record Said(String reason, LocalDate until) {}
