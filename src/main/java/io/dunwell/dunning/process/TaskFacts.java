package io.dunwell.dunning.process;

import io.dunwell.dunning.Dunning;
import io.dunwell.dunning.TaskSummary;
import io.dunwell.shared.Words;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Date;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** What collection-case.bpmn asks about an account when it creates a task. */
@Component("taskFacts")
public class TaskFacts {

  private static final LocalTime END_OF_WORK = LocalTime.of(18, 0);

  private final Dunning dunning;
  private final TaskService tasks;
  private final Clock clock;

  TaskFacts(Dunning dunning, TaskService tasks, Clock clock) {
    this.dunning = dunning;
    this.tasks = tasks;
    this.clock = clock;
  }

  /** Puts what the card shows onto the task itself, for only so may its group read it. */
  public void fillCard(DelegateTask task) {
    TaskSummary summary = dunning.taskSummary(CollectionCase.idOf(task.getExecution()));
    task.setVariableLocal("customerName", summary.customerName());
    task.setVariableLocal("amount", Words.money(summary.overdue()));
    task.setVariableLocal("daysOverdue", summary.daysOverdue());
  }

  /** Asked by cases that began before {@link #fillCard}, as are the next two. */
  public String customerName(DelegateExecution execution) {
    return of(execution).customerName();
  }

  public String amount(DelegateExecution execution) {
    return Words.money(of(execution).overdue());
  }

  public int daysOverdue(DelegateExecution execution) {
    return of(execution).daysOverdue();
  }

  public int priority(DelegateExecution execution) {
    return of(execution).priority();
  }

  /** Whether somebody has this very thing to do for this case already. */
  public boolean alreadyOpen(DelegateExecution execution, String task) {
    return tasks
            .createTaskQuery()
            .processInstanceId(execution.getProcessInstanceId())
            .taskDefinitionKey(task)
            .count()
        > 0;
  }

  /** Asked by cases that began before {@link #alreadyOpen}. */
  public boolean callOpen(DelegateExecution execution) {
    return alreadyOpen(execution, "callCustomer");
  }

  /** The evening of the next day. */
  public Date dueDate(DelegateExecution execution) {
    return Date.from(
        of(execution).day().plusDays(1).atTime(END_OF_WORK).atZone(clock.getZone()).toInstant());
  }

  private TaskSummary of(DelegateExecution execution) {
    return dunning.taskSummary(CollectionCase.idOf(execution));
  }
}
