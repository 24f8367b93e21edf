package io.dunwell.dunning;

/**
 * Why something was not done.
 *
 * @param code for machines, for example {@code interval.not-over}
 * @param sentence for the collector
 */
public record Reason(String code, String sentence) {}
