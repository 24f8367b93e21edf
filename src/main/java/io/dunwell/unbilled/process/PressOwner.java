package io.dunwell.unbilled.process;

import io.dunwell.correspondence.Memos;
import io.dunwell.correspondence.NewMemo;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Words;
import io.dunwell.unbilled.ChaseId;
import io.dunwell.unbilled.ChaseView;
import io.dunwell.unbilled.Chases;
import io.dunwell.unbilled.Said;
import io.dunwell.workflow.Answered;
import io.dunwell.workflow.Identities;
import io.dunwell.workflow.TaskView;
import io.dunwell.workflow.Tasks;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/**
 * Binds the task {@code pressOwner}: makes the owner's task urgent and mails the owner what the
 * manager says.
 */
@Component("pressOwner")
class PressOwner implements JavaDelegate {

  private static final int URGENT = 95;
  private static final Set<String> KEYS = Set.of("obtainProof", "explainUnbilled");

  private final Chases chases;
  private final Tasks tasks;
  private final Identities identities;
  private final Memos memos;
  private final MessageSourceAccessor words;

  PressOwner(
      Chases chases, Tasks tasks, Identities identities, Memos memos, MessageSource messages) {
    this.chases = chases;
    this.tasks = tasks;
    this.identities = identities;
    this.memos = memos;
    this.words = new MessageSourceAccessor(messages);
  }

  @Override
  public void execute(DelegateExecution execution) {
    Answered answered = Answered.in(execution);
    Said said = new SaidAnswer(answered.answer()).said();
    ChaseId id = UnbilledTask.idOf(execution);
    ChaseView chase = chases.view(id);
    for (TaskView task : tasks.about(id.toString())) {
      if (KEYS.contains(task.key())) {
        tasks.hand(task.id(), task.assignee(), URGENT);
        String owner = task.assignee();
        if (owner != null) {
          mail(owner, chase, said, answered.by());
        }
      }
    }
  }

  private void mail(String owner, ChaseView chase, Said said, Actor by) {
    Object[] facts = {
      chase.item().deliveryNumber(),
      chase.item().customerName(),
      UnbilledTask.value(chase),
      by.name(),
      said.reason(),
      Words.day(said.until())
    };
    identities
        .person(owner)
        .ifPresent(
            to ->
                memos.write(
                    new NewMemo(
                        "unbilled:" + chase.id() + ":" + said.until(),
                        owner,
                        to.email(),
                        words.getMessage("unbilled.again.subject", facts),
                        words.getMessage("unbilled.again.text", facts),
                        chase.id().toString())));
  }
}
