package io.dunwell.unbilled.process;

import io.dunwell.shared.Actor;
import io.dunwell.unbilled.ChaseId;
import io.dunwell.unbilled.Chases;
import io.dunwell.unbilled.Said;
import io.dunwell.workflow.Answer;
import io.dunwell.workflow.Answered;
import io.dunwell.workflow.HumanDecision;
import io.dunwell.workflow.TaskView;
import io.dunwell.workflow.Variable;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Binds the task {@code applyUnbilledDecision}, which follows {@code decideUnbilled}. */
@Component("applyUnbilledDecision")
class ApplyUnbilledDecision implements JavaDelegate, HumanDecision {

  private static final Variable<Boolean> ASK_AGAIN = Variable.flag("askAgain");

  private enum Decision {
    ACCEPT,
    ASK_AGAIN,
    HAND_ON
  }

  private final Chases chases;
  private final UnbilledSheet sheet;

  ApplyUnbilledDecision(Chases chases, UnbilledSheet sheet) {
    this.chases = chases;
    this.sheet = sheet;
  }

  @Override
  public String task() {
    return "decideUnbilled";
  }

  @Override
  public Map<String, Object> facts(TaskView task) {
    return sheet.of(task);
  }

  @Override
  public void check(TaskView task, Answer answer, Actor by) {
    if (decision(answer) == Decision.HAND_ON) {
      newOwner(answer);
    }
    chases.check(new SaidAnswer(answer).said());
  }

  @Override
  public void execute(DelegateExecution execution) {
    Answered answered = Answered.in(execution);
    ChaseId id = UnbilledTask.idOf(execution);
    Said said = new SaidAnswer(answered.answer()).said();
    Decision decision = decision(answered.answer());
    switch (decision) {
      case ACCEPT -> chases.accept(id, said, answered.by());
      case ASK_AGAIN -> chases.askAgain(id, said, answered.by());
      case HAND_ON -> {
        chases.handOn(id, newOwner(answered.answer()), said, answered.by());
        chases.waitUntil(id, said.until());
      }
    }
    ASK_AGAIN.lend(execution, decision != Decision.ACCEPT);
  }

  /** Whether somebody else is asked from now on. */
  static boolean handsOn(Answer answer) {
    return decision(answer) == Decision.HAND_ON;
  }

  private static String newOwner(Answer answer) {
    return answer.text("newOwner", "Choose who is asked from now on.");
  }

  private static Decision decision(Answer answer) {
    return answer.choice(
        "decision",
        Decision.class,
        "Choose whether it may rest, its owner is asked again, or somebody else is.");
  }
}
