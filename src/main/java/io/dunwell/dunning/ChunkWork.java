package io.dunwell.dunning;

import io.dunwell.dunning.RunBook.Chunk;
import io.dunwell.dunning.RunBook.Run;
import io.dunwell.receivables.AccountKey;
import io.dunwell.shared.Actor;
import io.dunwell.workflow.Workflow;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Works a chunk of a run: all its accounts in one transaction, or, if that fails, each in its own,
 * so that one bad account harms no other. The chunk's row is locked meanwhile: nobody else works
 * it.
 */
@Component
class ChunkWork {

  private static final Logger log = LoggerFactory.getLogger(ChunkWork.class);

  private final RunBook book;
  private final RunOutcomes outcomes;
  private final Round round;
  private final Workflow workflow;

  ChunkWork(RunBook book, RunOutcomes outcomes, Round round, Workflow workflow) {
    this.book = book;
    this.outcomes = outcomes;
    this.round = round;
    this.workflow = workflow;
  }

  /**
   * Works one of the run's chunks.
   *
   * @param wait whether to wait for a chunk that somebody else works at
   * @return false if there was none
   */
  @Transactional
  public boolean next(UUID run, boolean wait, boolean gatesCount) {
    Optional<Chunk> claimed = book.claim(run, wait);
    if (claimed.isEmpty()) {
      return false;
    }
    Run of = book.find(run).orElseThrow();
    List<AccountKey> accounts = outcomes.untouched(run, claimed.get().accounts());
    if (!accounts.isEmpty()) {
      work(of, accounts, gatesCount);
    }
    book.done(run, claimed.get().no());
    return true;
  }

  private void work(Run run, List<AccountKey> accounts, boolean gatesCount) {
    try {
      together(run, accounts, gatesCount);
    } catch (RuntimeException e) {
      log.warn("A chunk of the run of {} failed; its accounts are worked singly", run.day(), e);
      accounts.forEach(account -> alone(run, account, gatesCount));
    }
  }

  private void together(Run run, List<AccountKey> accounts, boolean gatesCount) {
    workflow.inNewTransaction(
        () -> {
          Actor by = new Actor(run.by());
          List<Outcome> outcomes =
              run.dry()
                  ? round.rehearse(accounts, run.day(), gatesCount)
                  : round.go(accounts, run.day(), gatesCount, by);
          this.outcomes.note(run.id(), outcomes);
          return null;
        });
  }

  private void alone(Run run, AccountKey account, boolean gatesCount) {
    try {
      together(run, List.of(account), gatesCount);
    } catch (RuntimeException e) {
      log.error("The run of {} failed for account {}", run.day(), account, e);
      workflow.inNewTransaction(
          () -> {
            this.outcomes.note(run.id(), List.of(Outcome.failed(account, sentence(e))));
            return null;
          });
    }
  }

  private static String sentence(RuntimeException e) {
    return "It failed and is tried again with the next run: " + e.getMessage();
  }
}
