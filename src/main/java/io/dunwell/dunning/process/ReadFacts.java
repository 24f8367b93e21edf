package io.dunwell.dunning.process;

import static io.dunwell.dunning.process.CollectionCase.CLEARED;
import static io.dunwell.dunning.process.CollectionCase.CONTACT_MISSING;
import static io.dunwell.dunning.process.CollectionCase.DUE_STAGE;
import static io.dunwell.dunning.process.CollectionCase.LEGAL_DECIDED;

import io.dunwell.dunning.Dunning;
import io.dunwell.dunning.StepFacts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Binds the task {@code readFacts}. The facts live as long as the transaction, no longer. */
@Component("readFacts")
class ReadFacts implements JavaDelegate {

  private final Dunning dunning;

  ReadFacts(Dunning dunning) {
    this.dunning = dunning;
  }

  @Override
  public void execute(DelegateExecution execution) {
    StepFacts facts = dunning.facts(CollectionCase.idOf(execution));
    DUE_STAGE.lend(execution, facts.dueStage());
    CLEARED.lend(execution, facts.cleared());
    CONTACT_MISSING.lend(execution, facts.contactMissing());
    LEGAL_DECIDED.lend(execution, facts.legalDecided());
  }
}
