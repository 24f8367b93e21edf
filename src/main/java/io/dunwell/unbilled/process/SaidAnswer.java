package io.dunwell.unbilled.process;

import io.dunwell.unbilled.Said;
import io.dunwell.workflow.Answer;

/** What the forms explain-unbilled and decide-unbilled ask for. */
record SaidAnswer(Answer answer) {

  Said said() {
    return new Said(
        answer.text("reason", "Say why: it stands on the unbilled list from now on."),
        answer.day("until", "Say until which day; it is asked again after that."));
  }
}
