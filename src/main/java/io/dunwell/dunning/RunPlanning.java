package io.dunwell.dunning;

import io.dunwell.dunning.RunBook.Run;
import io.dunwell.receivables.AccountKey;
import io.dunwell.resolution.PromiseWatch;
import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.Words;
import io.dunwell.workflow.Workflow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Prepares a run: ends what is over, finds the candidates, cuts them into chunks. */
@Component
class RunPlanning {

  static final int CHUNK = 100;
  static final String BALANCE_CLEARED = "balanceCleared";
  private static final String CLEARED = "Everything was settled.";

  private final RunBook book;
  private final Candidates candidates;
  private final Cases cases;
  private final PromiseWatch promises;
  private final Workflow workflow;

  RunPlanning(
      RunBook book, Candidates candidates, Cases cases, PromiseWatch promises, Workflow workflow) {
    this.book = book;
    this.candidates = candidates;
    this.cases = cases;
    this.promises = promises;
    this.workflow = workflow;
  }

  /**
   * The day's run, begun if need be.
   *
   * @throws RuleViolation {@code run.out-of-order}
   */
  @Transactional
  public UUID begin(LocalDate day, boolean dry, Actor by) {
    LocalDate last = book.lastFinished();
    if (last != null && day.isBefore(last)) {
      throw new RuleViolation(
          "run.out-of-order",
          Words.sentence(
              "The run of %s is finished; a run for %s cannot follow it. Choose %s or a later day.",
              last, day, last.plusDays(1)));
    }
    return book.begin(day, dry, by);
  }

  /** Plans the run unless that is done; whoever comes second waits and finds it done. */
  @Transactional
  public void plan(UUID id, boolean chunkJobs) {
    Run run = book.locked(id);
    if (run.planned()) {
      return;
    }
    if (!run.dry()) {
      promises.check(run.day());
    }
    int closed = run.dry() ? 0 : closeCleared(run.day());
    List<List<AccountKey>> chunks = cut(candidates.on(run.day()));
    book.planned(id, chunks, closed);
    if (chunkJobs && !run.dry()) {
      workflow.startAll("daily-run-chunk", Collections.nCopies(chunks.size(), id.toString()));
    }
  }

  /** Ends every case with nothing left to collect, some at a time. */
  private int closeCleared(LocalDate day) {
    List<CaseId> cleared = cases.cleared(day, null);
    for (List<CaseId> some : cut(cleared)) {
      workflow.inNewTransaction(
          () -> {
            cases.closeAll(some, day, CLEARED);
            workflow.tell(BALANCE_CLEARED, some.stream().map(CaseId::toString).toList());
            return null;
          });
    }
    return cleared.size();
  }

  private static <T> List<List<T>> cut(List<T> all) {
    List<List<T>> chunks = new ArrayList<>();
    for (int from = 0; from < all.size(); from += CHUNK) {
      chunks.add(all.subList(from, Math.min(from + CHUNK, all.size())));
    }
    return chunks;
  }
}
