package io.dunwell.dunning;

import io.dunwell.dunning.RunBook.Run;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Books;
import io.dunwell.shared.RuleViolation;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The daily run: looks at every account with something due and does the next step. It takes its
 * date, and whatever happens — twice, late, on two nodes at once, a crash in the middle — each day
 * is decided once.
 */
@Service
public class DailyRuns {

  private final RunPlanning planning;
  private final ChunkWork chunks;
  private final RunBook book;
  private final RunReports reports;
  private final OpenTasks tasks;
  private final TransactionTemplate transaction;

  DailyRuns(
      RunPlanning planning,
      ChunkWork chunks,
      RunBook book,
      RunReports reports,
      OpenTasks tasks,
      TransactionTemplate transaction) {
    this.planning = planning;
    this.chunks = chunks;
    this.book = book;
    this.reports = reports;
    this.tasks = tasks;
    this.transaction = transaction;
  }

  /**
   * Runs every day from the last finished run's to this one, and waits until that is done. The
   * chunks are spread over the job executors of all nodes; this thread works along.
   *
   * @param dryRun only says what would happen on that day, writes nothing but the report
   * @throws RuleViolation {@code run.out-of-order} if a later day is finished
   */
  public RunReport run(LocalDate date, boolean dryRun, Actor by) {
    RunReport report = run(date, dryRun, by, Books.current().live(), Books.current().live());
    if (!dryRun) {
      tasks.refresh(date);
    }
    return report;
  }

  /** As {@link #run}, entirely on this thread, for example in the books of a replay. */
  public RunReport runNow(LocalDate date, Actor by) {
    return run(date, false, by, false, Books.current().live());
  }

  RunReport run(LocalDate date, boolean dryRun, Actor by, boolean jobs, boolean gatesCount) {
    LocalDate last = book.lastFinished();
    if (!dryRun && last != null) {
      for (LocalDate missed = last.plusDays(1); missed.isBefore(date); ) {
        day(missed, false, by, jobs, gatesCount);
        missed = missed.plusDays(1);
      }
    }
    return reports.of(day(date, dryRun, by, jobs, gatesCount));
  }

  /** Works at a run that somebody has planned, for example as one of its jobs. */
  public void help(UUID run) {
    chunks.next(run, false, Books.current().live());
  }

  private UUID day(LocalDate day, boolean dry, Actor by, boolean jobs, boolean gatesCount) {
    UUID id = planning.begin(day, dry, by);
    Run run = book.find(id).orElseThrow();
    if (run.finished()) {
      return id;
    }
    planning.plan(id, jobs);
    while (chunks.next(id, false, gatesCount)) {
      // one chunk after the other
    }
    while (book.anyUndone(id)) {
      chunks.next(id, true, gatesCount);
    }
    transaction.executeWithoutResult(status -> book.finish(id));
    return id;
  }
}
