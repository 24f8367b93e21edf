package io.dunwell.unbilled.process;

import io.dunwell.approval.TimeLimits;
import io.dunwell.shared.Words;
import io.dunwell.unbilled.Asks;
import io.dunwell.unbilled.ChaseId;
import io.dunwell.unbilled.ChaseView;
import io.dunwell.unbilled.Chases;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What unbilled-chase.bpmn asks about a chase when it begins and creates tasks. */
@Component("unbilledTask")
public class UnbilledTask {

  private static final int DAYS_TO_DECIDE = 2;

  private final Chases chases;
  private final TimeLimits limits;
  private final Clock clock;

  UnbilledTask(Chases chases, TimeLimits limits, Clock clock) {
    this.chases = chases;
    this.limits = limits;
    this.clock = clock;
  }

  public boolean asksForProof(DelegateExecution execution) {
    return chase(execution).asks() == Asks.PROOF;
  }

  /** Who is asked; null where everybody in the groups is. */
  public @Nullable String owner(DelegateExecution execution) {
    return chase(execution).owner();
  }

  public String groups(DelegateExecution execution) {
    return String.join(",", chase(execution).groups());
  }

  public int priority(DelegateExecution execution) {
    return chase(execution).priority();
  }

  /** When the manager is asked, as an instant in ISO form. */
  public String escalateAt(DelegateExecution execution) {
    return limits.beginOf(chase(execution).escalateOn()).toString();
  }

  /** By when the owner answers: then the manager is asked. */
  public Date answerDue(DelegateExecution execution) {
    return Date.from(limits.beginOf(chase(execution).escalateOn()));
  }

  public Date decisionDue(DelegateExecution execution) {
    LocalDate due = limits.after(LocalDate.now(clock), DAYS_TO_DECIDE);
    return Date.from(limits.beginOf(due));
  }

  /** Puts what the card shows onto the task itself, for only so may its group read it. */
  public void fillCard(DelegateTask task) {
    ChaseView chase = chase(task.getExecution());
    task.setVariableLocal("customerName", chase.item().customerName());
    task.setVariableLocal("amount", value(chase));
    task.setVariableLocal("daysOverdue", chase.daysLate());
  }

  static String value(ChaseView chase) {
    return chase.item().value() == null ? "no price" : Words.money(chase.item().value());
  }

  static ChaseId idOf(DelegateExecution execution) {
    return ChaseId.of(execution.getProcessBusinessKey());
  }

  private ChaseView chase(DelegateExecution execution) {
    return chases.view(idOf(execution));
  }
}
