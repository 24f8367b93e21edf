package io.dunwell.dunning;

import io.dunwell.receivables.events.OpenItemSettled;
import io.dunwell.workflow.Workflow;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Hears that items are settled and has the cases that are thereby over told so: by a job of the
 * same transaction, never in it, because receipt and process would race.
 */
@Component
class BalanceWatch {

  static final String PROCESS = "case-wake";

  private final Cases cases;
  private final Workflow workflow;

  BalanceWatch(Cases cases, Workflow workflow) {
    this.cases = cases;
    this.workflow = workflow;
  }

  @EventListener
  void settled(OpenItemSettled item) {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      settlements().on.merge(item.customer().value(), item.on(), BalanceWatch::later);
    }
  }

  /** Many items of one transaction are looked at once, at its end. */
  private Settlements settlements() {
    @Nullable Settlements found = (Settlements) TransactionSynchronizationManager.getResource(this);
    if (found != null) {
      return found;
    }
    Settlements settlements = new Settlements();
    TransactionSynchronizationManager.bindResource(this, settlements);
    TransactionSynchronizationManager.registerSynchronization(settlements);
    return settlements;
  }

  private void wake(Map<UUID, LocalDate> customers) {
    LocalDate day = customers.values().stream().reduce(LocalDate.MIN, BalanceWatch::later);
    for (CaseId id : cases.cleared(day, customers.keySet())) {
      workflow.start(PROCESS, id.toString());
    }
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private final class Settlements implements TransactionSynchronization {

    private final Map<UUID, LocalDate> on = new HashMap<>();

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(BalanceWatch.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(BalanceWatch.this, this);
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      if (!on.isEmpty()) {
        wake(on);
      }
    }

    @Override
    public void beforeCompletion() {
      TransactionSynchronizationManager.unbindResourceIfPossible(BalanceWatch.this);
    }
  }
}
