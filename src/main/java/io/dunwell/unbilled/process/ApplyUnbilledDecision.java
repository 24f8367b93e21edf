package io.dunwell.unbilled.process;

import io.dunwell.shared.Actor;
import io.dunwell.unbilled.ChaseId;
import io.dunwell.unbilled.Chases;
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
    ASK_AGAIN
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
    decision(answer);
    chases.check(new SaidAnswer(answer).said());
  }

  @Override
  public void execute(DelegateExecution execution) {
    Answered answered = Answered.in(execution);
    ChaseId id = UnbilledTask.idOf(execution);
    SaidAnswer said = new SaidAnswer(answered.answer());
    boolean again = decision(answered.answer()) == Decision.ASK_AGAIN;
    if (again) {
      chases.askAgain(id, said.said(), answered.by());
    } else {
      chases.accept(id, said.said(), answered.by());
    }
    ASK_AGAIN.lend(execution, again);
  }

  private static Decision decision(Answer answer) {
    return answer.choice(
        "decision", Decision.class, "Choose whether it may rest, or its owner is asked again.");
  }
}
