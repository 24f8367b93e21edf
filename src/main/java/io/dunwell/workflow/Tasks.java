package io.dunwell.workflow;

import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.RuleViolation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tasks of people: what waits, who claimed it, how it was answered. The only way to complete a
 * task, whichever door a person comes through; the answer and the act that it stands for share one
 * transaction.
 */
@Service
@Transactional
public class Tasks {

  private final TaskList list;
  private final EngineTasks engine;
  private final CompletionGuard guard;
  private final Map<String, HumanDecision> decisions;
  private final ApplicationEventPublisher events;

  Tasks(
      TaskList list,
      EngineTasks engine,
      CompletionGuard guard,
      List<HumanDecision> decisions,
      ApplicationEventPublisher events) {
    this.list = list;
    this.engine = engine;
    this.guard = guard;
    this.decisions =
        decisions.stream().collect(Collectors.toMap(HumanDecision::task, Function.identity()));
    this.events = events;
  }

  /** What waits for these groups, the most urgent first. */
  @Transactional(readOnly = true)
  public List<TaskView> waitingFor(List<Group> groups, int page, int size) {
    return list.of(groups, page, size);
  }

  /** How much waits for these groups. */
  @Transactional(readOnly = true)
  public long countWaitingFor(List<Group> groups) {
    return list.count(groups);
  }

  /** What waits in the processes about that business key. */
  @Transactional(readOnly = true)
  public List<TaskView> about(String businessKey) {
    return list.about(List.of(businessKey));
  }

  /** What waits in the processes about these business keys, by key. */
  @Transactional(readOnly = true)
  public Map<String, List<TaskView>> about(Collection<String> businessKeys) {
    return list.about(businessKeys).stream().collect(Collectors.groupingBy(TaskView::businessKey));
  }

  /**
   * A task with everything that its form shows, as it is now.
   *
   * @throws RuleViolation {@code task.unknown}, or {@code task.already-done}
   */
  @Transactional(readOnly = true)
  public TaskView view(TaskId id) {
    TaskView task = open(id);
    HumanDecision decision = decisions.get(task.key());
    return decision == null ? task : task.withFacts(decision.facts(task));
  }

  /**
   * The same for somebody who may see the tasks of these groups only.
   *
   * @throws RuleViolation {@code task.unknown} also if it is for other groups
   */
  @Transactional(readOnly = true)
  public TaskView viewAs(TaskId id, List<Group> groups) {
    TaskView task = view(id);
    if (groups.stream().map(Group::id).noneMatch(task.groups()::contains)) {
      throw new RuleViolation("task.unknown", "There is no task " + id.value() + " for you.");
    }
    return task;
  }

  /**
   * Makes the task the person's own.
   *
   * @throws RuleViolation {@code task.other-group}, {@code task.already-claimed}
   */
  public void claim(TaskId id, Actor by) {
    TaskView task = toChange(id);
    guard.mayClaim(task, by);
    atomically(() -> engine.claim(id, by));
    tell(by, "task.claimed", task);
  }

  /**
   * Gives a claimed task back to its group: whoever claimed it may, and a manager.
   *
   * @throws RuleViolation {@code task.not-yours}
   */
  public void giveBack(TaskId id, Actor by) {
    TaskView task = toChange(id);
    guard.mayGiveBack(task, by);
    atomically(() -> engine.giveBack(id, by));
    tell(by, "task.given-back", task);
  }

  /**
   * Completes the task with the person's answer, and applies the answer. A refusal leaves the task
   * open.
   *
   * @throws RuleViolation if the person may not, or the answer cannot be applied
   */
  public void complete(TaskId id, Answer answer, Actor by) {
    TaskView task = toChange(id);
    guard.mayComplete(task, by);
    finish(task, answer, by);
  }

  /**
   * Answers an open task without a person, as a replay does: the same checks of the answer, the
   * same act.
   */
  public void answer(TaskId id, Answer answer) {
    finish(toChange(id), answer, Actor.SYSTEM);
  }

  /**
   * Hands a task over, as the system: to that person, or back to its group.
   *
   * @param person null for nobody in particular
   * @param priority how urgent it is from now on
   */
  public void hand(TaskId id, @Nullable String person, int priority) {
    TaskView task = toChange(id);
    atomically(() -> engine.hand(id, person, priority));
    tell(Actor.SYSTEM, "task.handed", task);
  }

  /**
   * Hands a task over, as the system, to another person and to other groups.
   *
   * @param groups ids of the groups whose members may work on it from now on
   */
  public void hand(TaskId id, String person, Collection<String> groups, int priority) {
    TaskView task = toChange(id);
    atomically(
        () -> {
          engine.regroup(id, groups);
          engine.hand(id, person, priority);
        });
    tell(Actor.SYSTEM, "task.handed", task);
  }

  /** The open tasks with that key, the earliest first. */
  @Transactional(readOnly = true)
  public List<TaskView> waiting(String key, int limit) {
    return list.withKey(key, limit);
  }

  private TaskView toChange(TaskId id) {
    return list.oneToChange(id).orElseThrow(() -> engine.gone(id));
  }

  private TaskView open(TaskId id) {
    return list.one(id).orElseThrow(() -> engine.gone(id));
  }

  private void finish(TaskView task, Answer answer, Actor by) {
    HumanDecision decision = decisions.get(task.key());
    if (decision != null) {
      decision.check(task, answer, by);
    }
    atomically(() -> engine.complete(new Answered(task, answer, by)));
    tell(by, "task.completed", task);
  }

  private static void atomically(Runnable change) {
    try {
      change.run();
    } catch (OptimisticLockingException e) {
      throw new RuleViolation(
          "task.overtaken", "Somebody else was faster: this task has changed. Open it again.");
    }
  }

  private void tell(Actor by, String act, TaskView task) {
    events.publishEvent(
        new Auditable(
            by,
            act,
            "task",
            task.id().value(),
            Map.of("task", task.key(), "process", task.process(), "about", task.businessKey())));
  }
}
