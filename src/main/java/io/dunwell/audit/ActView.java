package io.dunwell.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * An act as the audit trail keeps it.
 *
 * @param seq its number, in the order of recording
 * @param at when, by the wall clock
 * @param businessOn on which business day
 * @param by who acted
 * @param act what was done, for example {@code policy.changed}
 * @param subjectType what kind of thing it was done to
 * @param subject which one, by its business key
 * @param details further facts
 */
public record ActView(
    long seq,
    Instant at,
    LocalDate businessOn,
    String by,
    String act,
    String subjectType,
    String subject,
    Map<String, String> details) {}
