package io.dunwell.dunning;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which notices are looked for; null leaves a question open.
 *
 * @param from the first day of acts
 * @param to the last day of acts, inclusive
 * @param customer the customer's number
 * @param invoice a number that has to be among the lines
 */
public record NoticeQuery(
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable String customer,
    @Nullable String invoice) {}
