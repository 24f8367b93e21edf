package io.dunwell.ledger;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The seal on one finished day of one table.
 *
 * @param table the sealed table
 * @param day the day by the wall clock, in the zone of business when it was sealed
 * @param from the first instant of the day
 * @param until the first instant after it
 * @param rows how many rows were recorded on that day
 * @param previous the digest of the seal before, which this one continues
 * @param digest SHA-256 over the seal before and all rows of the day, in hexadecimal
 * @param sealedAt when it was sealed
 */
public record SealView(
    String table,
    LocalDate day,
    Instant from,
    Instant until,
    long rows,
    String previous,
    String digest,
    Instant sealedAt) {}
