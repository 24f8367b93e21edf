package io.dunwell.billing.process;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far the submission of a run's drafts has come.
 *
 * @param drafts how many are to be submitted
 * @param submitted how many of them were, those included that were issued at once
 * @param issued how many of them are issued by now
 * @param refused how many a rule kept from it
 * @param failed how many something went wrong with; they may be submitted again
 * @param finishedAt null while some wait for their turn
 */
public record SubmissionView(
    UUID id,
    UUID run,
    int drafts,
    int submitted,
    int issued,
    int refused,
    int failed,
    String by,
    Instant startedAt,
    @Nullable Instant finishedAt) {

  /** How many wait for their turn. */
  public int waiting() {
    return drafts - submitted - refused - failed;
  }

  public boolean running() {
    return finishedAt == null;
  }

  /** How much of it is done, in percent. */
  public int percent() {
    return drafts == 0 ? 100 : (int) (100L * (drafts - waiting()) / drafts);
  }

  /**
   * What became of one of its drafts.
   *
   * @param outcome {@code SUBMITTED}, {@code REFUSED} or {@code FAILED}; null while it waits
   * @param why the sentence that says why it was not submitted; null if it was, or waits
   */
  public record Draft(
      UUID invoice,
      String customer,
      @Nullable String contract,
      @Nullable String outcome,
      @Nullable String why) {}
}
