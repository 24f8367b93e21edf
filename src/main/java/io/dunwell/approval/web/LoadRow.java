package io.dunwell.approval.web;

import io.dunwell.approval.Department;
import io.dunwell.approval.process.ApprovalDesk;
import io.dunwell.workflow.TaskView;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How much waits for one person, or for nobody in particular, of a department.
 *
 * @param person empty for what nobody has claimed
 * @param late how many are past the time limit
 */
record LoadRow(Department department, String person, int open, int late, LocalDate oldest) {

  static List<LoadRow> of(List<TaskView> tasks, Clock clock) {
    return tasks.stream()
        .collect(
            Collectors.groupingBy(
                task -> Map.entry(ApprovalDesk.departmentOf(task), person(task)),
                LinkedHashMap::new,
                Collectors.toList()))
        .values()
        .stream()
        .map(group -> row(group, clock))
        .toList();
  }

  private static LoadRow row(List<TaskView> group, Clock clock) {
    TaskView first = group.get(0);
    Instant now = clock.instant();
    long late =
        group.stream().filter(task -> task.dueAt() != null && task.dueAt().isBefore(now)).count();
    Instant oldest = group.stream().map(TaskView::createdAt).min(Instant::compareTo).orElse(now);
    return new LoadRow(
        ApprovalDesk.departmentOf(first),
        person(first),
        group.size(),
        Math.toIntExact(late),
        oldest.atZone(clock.getZone()).toLocalDate());
  }

  private static String person(TaskView task) {
    return task.assignee() == null ? "" : task.assignee();
  }
}
