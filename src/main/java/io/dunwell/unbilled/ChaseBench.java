package io.dunwell.unbilled;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The chases that the current transaction has just opened: their processes ask for them one by one,
 * several times each, and need not read what is known.
 */
@Component
class ChaseBench {

  void lay(Collection<ChaseView> chases) {
    Bench bench = bench();
    chases.forEach(chase -> bench.chases.put(chase.id(), chase));
  }

  Optional<ChaseView> find(ChaseId id) {
    @Nullable Bench bench = (Bench) TransactionSynchronizationManager.getResource(this);
    return bench == null ? Optional.empty() : Optional.ofNullable(bench.chases.get(id));
  }

  private Bench bench() {
    @Nullable Bench found = (Bench) TransactionSynchronizationManager.getResource(this);
    if (found != null) {
      return found;
    }
    Bench bench = new Bench();
    TransactionSynchronizationManager.bindResource(this, bench);
    TransactionSynchronizationManager.registerSynchronization(bench);
    return bench;
  }

  private final class Bench implements TransactionSynchronization {

    private final Map<ChaseId, ChaseView> chases = new HashMap<>();

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResourceIfPossible(ChaseBench.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(ChaseBench.this, this);
    }

    @Override
    public void beforeCompletion() {
      TransactionSynchronizationManager.unbindResourceIfPossible(ChaseBench.this);
    }
  }
}
