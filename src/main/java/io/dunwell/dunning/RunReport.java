package io.dunwell.dunning;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a daily run did, or as a dry run would do.
 *
 * @param status PLANNING, RUNNING or FINISHED
 * @param candidates accounts with an invoice that reached its next step
 * @param acted accounts that were addressed
 * @param skipped accounts that were not, see {@code accounts}
 * @param failed accounts that something went wrong with; the next run tries them again
 * @param casesClosed cases that ended because everything was settled
 * @param stages how many acts each stage had
 * @param accounts every account that was skipped or failed, and why; at most the first 1000
 */
public record RunReport(
    UUID id,
    LocalDate date,
    boolean dryRun,
    String status,
    int candidates,
    int acted,
    int skipped,
    int failed,
    int casesClosed,
    List<StageCount> stages,
    List<SkippedAccount> accounts,
    String startedBy,
    Instant startedAt,
    @Nullable Instant finishedAt) {

  /**
   * How often a stage acted.
   *
   * @param stage the number of the stage
   * @param step its meaning
   */
  public record StageCount(int stage, String step, int count) {}

  /**
   * An account that was not addressed.
   *
   * @param customer the customer's number
   * @param code the reason, for machines
   * @param sentence the reason, for people
   */
  public record SkippedAccount(
      String customer,
      String name,
      @Schema(example = "INR") String currency,
      String outcome,
      String code,
      String sentence) {}
}
