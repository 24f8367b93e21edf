package io.dunwell.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it was recorded.
 *
 * @param seq its number
 * @param key the act
 * @param reason what a person reads
 * @param effectiveOn the day it counts from
 * @param recordedAt when it became known, by the wall clock
 * @param recordedBy whose act it was
 * @param reverses the number of the entry that it takes back, or null
 * @param postings its postings, in their order
 */
public record EntryView(
    long seq,
    String key,
    String reason,
    LocalDate effectiveOn,
    Instant recordedAt,
    String recordedBy,
    @Nullable Long reverses,
    List<Posting> postings) {}
