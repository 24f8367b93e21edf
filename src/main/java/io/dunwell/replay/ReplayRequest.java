package io.dunwell.replay;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * What to replay, and how.
 *
 * @param file the historic ledger; it is read before the request returns
 * @param fileName what its sender calls it
 * @param profile the mapping profile that reads it
 * @param policy the dunning policy that is in force on every day of the replay
 * @param from the first day that is run; what the file dates earlier is there when it begins
 * @param to the last day, inclusive
 * @param people what becomes of human tasks
 */
public record ReplayRequest(
    Path file,
    String fileName,
    String profile,
    String policy,
    LocalDate from,
    LocalDate to,
    People people) {}
