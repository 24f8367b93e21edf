package io.dunwell.dunning.process;

import io.dunwell.dunning.CaseId;
import io.dunwell.workflow.Variable;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The names that collection-case.bpmn, its decision table and the code share. */
final class CollectionCase {

  static final Variable<String> DUE_STAGE = Variable.text("dueStage");
  static final Variable<Boolean> CLEARED = Variable.flag("cleared");
  static final Variable<Boolean> CONTACT_MISSING = Variable.flag("contactMissing");
  static final Variable<Boolean> LEGAL_DECIDED = Variable.flag("legalDecided");
  static final Variable<Boolean> CONTACT_WRONG = Variable.flag("contactWrong");

  private CollectionCase() {}

  static CaseId idOf(DelegateExecution execution) {
    return CaseId.of(execution.getProcessBusinessKey());
  }
}
