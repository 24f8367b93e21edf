package io.dunwell.workflow;

import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Changes tasks in the engine in the name of a person, so that its history names them. The engine's
 * own permissions are not asked: the guard has been.
 */
@Component
class EngineTasks {

  private final TaskService tasks;
  private final HistoryService history;
  private final IdentityService identity;
  private final ProcessEngineConfigurationImpl engine;

  EngineTasks(
      TaskService tasks,
      HistoryService history,
      IdentityService identity,
      ProcessEngineConfigurationImpl engine) {
    this.tasks = tasks;
    this.history = history;
    this.identity = identity;
    this.engine = engine;
  }

  void claim(TaskId task, Actor by) {
    as(by, () -> tasks.setAssignee(task.value(), by.name()));
  }

  void giveBack(TaskId task, Actor by) {
    as(by, () -> tasks.setAssignee(task.value(), null));
  }

  void hand(TaskId task, @Nullable String person, int priority) {
    as(
        Actor.SYSTEM,
        () -> {
          tasks.setAssignee(task.value(), person);
          tasks.setPriority(task.value(), priority);
        });
  }

  /** Makes these groups, and no others, the ones that may work on it. */
  void regroup(TaskId task, Collection<String> groups) {
    as(
        Actor.SYSTEM,
        () -> {
          Set<String> there =
              tasks.getIdentityLinksForTask(task.value()).stream()
                  .map(IdentityLink::getGroupId)
                  .filter(Objects::nonNull)
                  .collect(Collectors.toSet());
          there.stream()
              .filter(each -> !groups.contains(each))
              .forEach(each -> tasks.deleteCandidateGroup(task.value(), each));
          groups.stream()
              .filter(each -> !there.contains(each))
              .forEach(each -> tasks.addCandidateGroup(task.value(), each));
        });
  }

  void complete(Answered answered) {
    String task = answered.task().id().value();
    as(answered.by(), () -> Passage.through(answered, () -> tasks.complete(task)));
  }

  /** Why a task that is not open is not: it is done, or there never was one. */
  RuleViolation gone(TaskId task) {
    boolean was =
        unchecked(
            () ->
                history.createHistoricTaskInstanceQuery().taskId(task.value()).finished().count()
                    > 0);
    return was
        ? new RuleViolation("task.already-done", "This task has been completed already.")
        : new RuleViolation("task.unknown", "There is no task " + task.value() + ".");
  }

  private void as(Actor by, Runnable change) {
    Authentication before = identity.getCurrentAuthentication();
    if (by.equals(Actor.SYSTEM)) {
      identity.clearAuthentication();
    } else {
      identity.setAuthentication(by.name(), List.of());
    }
    try {
      unchecked(
          () -> {
            change.run();
            return true;
          });
    } finally {
      restore(before);
    }
  }

  private void restore(@Nullable Authentication before) {
    if (before == null) {
      identity.clearAuthentication();
    } else {
      identity.setAuthentication(before.getUserId(), before.getGroupIds(), before.getTenantIds());
    }
  }

  private <T> T unchecked(Supplier<T> work) {
    return engine
        .getCommandExecutorTxRequired()
        .execute(context -> context.runWithoutAuthorization((Callable<T>) work::get));
  }
}
