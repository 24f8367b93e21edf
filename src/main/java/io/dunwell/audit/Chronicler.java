package io.dunwell.audit;

import io.dunwell.shared.Auditable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes every act down in the transaction in which it happens. The acts of a transaction are
 * gathered and written together just before it commits: a load of a million rows has as many acts.
 */
@Component
class Chronicler {

  private static final int AT_MOST = 10_000;

  private final ActWriter writer;

  Chronicler(ActWriter writer) {
    this.writer = writer;
  }

  @EventListener
  void hear(Auditable act) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      Acts alone = new Acts();
      alone.add(act);
      writer.write(alone);
      return;
    }
    Acts acts = (Acts) TransactionSynchronizationManager.getResource(this);
    if (acts == null) {
      acts = new Acts();
      TransactionSynchronizationManager.bindResource(this, acts);
      TransactionSynchronizationManager.registerSynchronization(new AtTheEnd(acts));
    }
    acts.add(act);
    if (acts.isCommitting() || acts.size() >= AT_MOST) {
      writer.write(acts);
    }
  }

  /** Belongs to one transaction; steps aside while that one is suspended by another. */
  private final class AtTheEnd implements TransactionSynchronization {

    private final Acts acts;

    AtTheEnd(Acts acts) {
      this.acts = acts;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      acts.committing();
      writer.write(acts);
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResourceIfPossible(Chronicler.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(Chronicler.this, acts);
    }

    @Override
    public void beforeCompletion() {
      TransactionSynchronizationManager.unbindResourceIfPossible(Chronicler.this);
    }
  }
}
