package io.dunwell.unbilled.process;

import io.dunwell.unbilled.ChaseId;
import io.dunwell.unbilled.ChaseView;
import io.dunwell.unbilled.Chases;
import io.dunwell.unbilled.Said;
import io.dunwell.workflow.Answered;
import io.dunwell.workflow.TaskView;
import io.dunwell.workflow.Tasks;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Binds the task {@code pressOwner}: makes the owner's task urgent and mails the owner, old or new,
 * what the manager says.
 */
@Component("pressOwner")
class PressOwner implements JavaDelegate {

  private static final int URGENT = 95;
  private static final Set<String> KEYS = Set.of("obtainProof", "explainUnbilled");

  private final Chases chases;
  private final Tasks tasks;
  private final ChaseHandover handover;
  private final OwnerMail mail;

  PressOwner(Chases chases, Tasks tasks, ChaseHandover handover, OwnerMail mail) {
    this.chases = chases;
    this.tasks = tasks;
    this.handover = handover;
    this.mail = mail;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Answered answered = Answered.in(execution);
    Said said = new SaidAnswer(answered.answer()).said();
    ChaseId id = UnbilledTask.idOf(execution);
    ChaseView chase = chases.view(id);
    if (ApplyUnbilledDecision.handsOn(answered.answer())) {
      handover.giveUrgently(chase, said, answered.by());
      return;
    }
    for (TaskView task : tasks.about(id.toString())) {
      if (KEYS.contains(task.key())) {
        tasks.hand(task.id(), task.assignee(), URGENT);
        String owner = task.assignee();
        if (owner != null) {
          mail.askedAgain(owner, chase, said, answered.by());
        }
      }
    }
  }
}
