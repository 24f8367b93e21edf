package io.dunwell.unbilled;

import io.dunwell.contracts.events.DeliveryReturned;
import io.dunwell.contracts.events.ProofAttached;
import io.dunwell.invoices.events.InvoiceIssued;
import io.dunwell.invoices.events.InvoiceSubmitted;
import io.dunwell.workflow.Workflow;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Hears what happens to unbilled things and has their chases told so: by a job of the same
 * transaction, never in it, because whoever works on the task and whoever bills would race.
 */
@Component
class ChaseWatch {

  static final String PROCESS = "unbilled-wake";

  private final ChaseSubjects subjects;
  private final Workflow workflow;

  ChaseWatch(ChaseSubjects subjects, Workflow workflow) {
    this.subjects = subjects;
    this.workflow = workflow;
  }

  @EventListener
  void on(InvoiceSubmitted submitted) {
    note(ChaseSubjects.invoice(submitted.invoice()));
  }

  @EventListener
  void on(InvoiceIssued issued) {
    note(ChaseSubjects.invoice(issued.invoice()));
  }

  @EventListener
  void on(ProofAttached proven) {
    note(ChaseSubjects.delivery(proven.delivery()));
  }

  @EventListener
  void on(DeliveryReturned returned) {
    note(ChaseSubjects.delivery(returned.delivery()));
  }

  private void note(String subject) {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      heard().subjects.add(subject);
    }
  }

  /** What happens in one transaction is looked at once, at its end. */
  private Heard heard() {
    @Nullable Heard found = (Heard) TransactionSynchronizationManager.getResource(this);
    if (found != null) {
      return found;
    }
    Heard heard = new Heard();
    TransactionSynchronizationManager.bindResource(this, heard);
    TransactionSynchronizationManager.registerSynchronization(heard);
    return heard;
  }

  private final class Heard implements TransactionSynchronization {

    private final Set<String> subjects = new LinkedHashSet<>();

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(ChaseWatch.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(ChaseWatch.this, this);
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      workflow.startAll(PROCESS, ChaseWatch.this.subjects.chased(subjects));
    }

    @Override
    public void beforeCompletion() {
      TransactionSynchronizationManager.unbindResourceIfPossible(ChaseWatch.this);
    }
  }
}
