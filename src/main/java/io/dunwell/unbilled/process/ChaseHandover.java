package io.dunwell.unbilled.process;

import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import io.dunwell.unbilled.ChaseId;
import io.dunwell.unbilled.ChaseView;
import io.dunwell.unbilled.Chases;
import io.dunwell.unbilled.Said;
import io.dunwell.workflow.TaskView;
import io.dunwell.workflow.Tasks;
import io.dunwell.workflow.Workflow;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands a chase on to another owner, who gets its task, its card and a mail. */
@Service
@Transactional
public class ChaseHandover {

  private static final int URGENT = 95;
  private static final Set<String> KEYS = Set.of("obtainProof", "explainUnbilled");

  private final Chases chases;
  private final Tasks tasks;
  private final Workflow workflow;
  private final OwnerMail mail;
  private final Clock clock;

  ChaseHandover(Chases chases, Tasks tasks, Workflow workflow, OwnerMail mail, Clock clock) {
    this.chases = chases;
    this.tasks = tasks;
    this.workflow = workflow;
    this.mail = mail;
    this.clock = clock;
  }

  /**
   * Hands the chase on; when the manager is asked does not change.
   *
   * @param owner login name
   * @throws RuleViolation {@code unbilled-chase.unknown} or as {@link Chases#handOn}
   */
  public ChaseView handOn(ChaseId id, String owner, String reason, Actor by) {
    workflow.lockTasks(List.of(id.toString()));
    Said said = new Said(reason, answerBy(chases.view(id)));
    chases.handOn(id, owner, said, by);
    ChaseView chase = chases.view(id);
    give(chase, said, chase.priority(), by);
    return chase;
  }

  /** Makes the task urgent for the chase's owner, whoever had it before. */
  void giveUrgently(ChaseView chase, Said said, Actor by) {
    give(chase, said, URGENT, by);
  }

  private void give(ChaseView chase, Said said, int priority, Actor by) {
    String owner = Objects.requireNonNull(chase.owner());
    for (TaskView task : tasks.about(chase.id().toString())) {
      if (KEYS.contains(task.key())) {
        tasks.hand(task.id(), owner, chase.groups(), Math.max(priority, task.priority()));
        mail.handedOn(owner, chase, said, by);
      }
    }
  }

  /** The last day before the manager is asked, or today if that has been. */
  private LocalDate answerBy(ChaseView chase) {
    LocalDate today = LocalDate.now(clock);
    LocalDate last = chase.escalateOn().minusDays(1);
    return last.isBefore(today) ? today : last;
  }
}
