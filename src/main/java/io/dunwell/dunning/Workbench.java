package io.dunwell.dunning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the current transaction is about to do to cases. A chunk of the run lays its plans out here;
 * the processes carry them out one by one; everything is written at once, in batches, at the end.
 */
@Component
class Workbench {

  private final NoticeWriter writer;

  Workbench(NoticeWriter writer) {
    this.writer = writer;
  }

  void lay(Collection<Plan> plans) {
    Bench bench = bench();
    plans.forEach(plan -> bench.plans.put(plan.caseId(), plan));
  }

  Optional<Plan> planFor(CaseId id) {
    return Optional.ofNullable(bench().plans.get(id));
  }

  /** The plan has been carried out by the process; it is written with the others. */
  void done(Plan plan) {
    bench().done.add(plan);
  }

  /** Writes what has been carried out since the last time. */
  Map<CaseId, NoticeId> write() {
    Bench bench = bench();
    List<Plan> done = List.copyOf(bench.done);
    bench.done.clear();
    return writer.writeAll(done);
  }

  private Bench bench() {
    @Nullable Bench found = (Bench) TransactionSynchronizationManager.getResource(this);
    if (found != null) {
      return found;
    }
    Bench bench = new Bench();
    TransactionSynchronizationManager.bindResource(this, bench);
    TransactionSynchronizationManager.registerSynchronization(new Clearing());
    return bench;
  }

  private static final class Bench {
    private final Map<CaseId, Plan> plans = new LinkedHashMap<>();
    private final List<Plan> done = new ArrayList<>();
  }

  /** Writes what nobody wrote, and clears the bench for the next transaction. */
  private final class Clearing implements TransactionSynchronization {

    private @Nullable Object put;

    @Override
    public void suspend() {
      put = TransactionSynchronizationManager.unbindResource(Workbench.this);
    }

    @Override
    public void resume() {
      if (put != null) {
        TransactionSynchronizationManager.bindResource(Workbench.this, put);
      }
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      write();
    }

    @Override
    public void beforeCompletion() {
      TransactionSynchronizationManager.unbindResourceIfPossible(Workbench.this);
    }
  }
}
