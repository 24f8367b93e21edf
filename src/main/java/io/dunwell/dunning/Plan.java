package io.dunwell.dunning;

import io.dunwell.dunning.Decision.Act;
import io.dunwell.shared.Actor;

/**
 * What is about to happen to a case: the decision, waiting to be carried out by the case's process.
 *
 * @param by in whose name
 */
record Plan(CaseId caseId, Decision decision, Actor by) {

  StepFacts facts() {
    Act act = decision.act();
    return new StepFacts(
        act == null ? StepFacts.NONE : act.level().stage().name(),
        decision.facts().items().isEmpty(),
        decision.wantsContact(),
        decision.facts().legalDecided());
  }
}
