package io.dunwell.workflow;

import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Decides who may claim, give back and complete a task, and says why not in a plain sentence. */
@Component
class CompletionGuard {

  private final Deputies deputies;

  CompletionGuard(Deputies deputies) {
    this.deputies = deputies;
  }

  void mayClaim(TaskView task, Actor by) {
    refuseOutsider(task, by);
    if (task.assignee() != null && !task.assignee().equals(by.name())) {
      throw new RuleViolation(
          "task.already-claimed", task.assignee() + " has claimed this task: speak with them.");
    }
  }

  void mayGiveBack(TaskView task, Actor by) {
    boolean own = by.name().equals(task.assignee());
    if (!own && !groupsOf(by).contains(Group.MANAGER.id())) {
      throw new RuleViolation(
          "task.not-yours", "Only whoever claimed a task, or a manager, can give it back.");
    }
  }

  void mayComplete(TaskView task, Actor by) {
    refuseOutsider(task, by);
    if (task.assignee() == null) {
      throw new RuleViolation(
          "task.not-claimed", "Claim this task first, so that the record names you.");
    }
    if (!task.assignee().equals(by.name())) {
      throw new RuleViolation(
          "task.not-yours", "This task belongs to " + task.assignee() + ", not to you.");
    }
  }

  private void refuseOutsider(TaskView task, Actor by) {
    Set<String> groups = groupsOf(by);
    if (task.groups().stream().noneMatch(groups::contains)) {
      throw new RuleViolation(
          "task.other-group",
          "This task is for " + String.join(", ", task.groups()) + ": ask somebody there.");
    }
  }

  private Set<String> groupsOf(Actor by) {
    return deputies.groupsOf(by.name()).stream().map(Group::id).collect(Collectors.toSet());
  }
}
