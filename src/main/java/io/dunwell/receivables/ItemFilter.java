package io.dunwell.receivables;

import io.dunwell.party.CustomerId;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * Which open items to list.
 *
 * @param customer only this one's, null for all
 * @param currency only in this one, null for all
 * @param settled only those of which nothing is left (true) or something is (false), null for both
 * @param dueBefore only those due before that day, null for all
 * @param text only those whose number or reference contains it, null for all
 */
public record ItemFilter(
    @Nullable CustomerId customer,
    @Nullable Currency currency,
    @Nullable Boolean settled,
    @Nullable LocalDate dueBefore,
    @Nullable String text) {}
