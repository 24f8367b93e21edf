package io.dunwell.workflow.web;

import io.dunwell.shared.Actor;
import io.dunwell.shared.Page;
import io.dunwell.workflow.Answer;
import io.dunwell.workflow.Deputies;
import io.dunwell.workflow.Group;
import io.dunwell.workflow.TaskId;
import io.dunwell.workflow.TaskView;
import io.dunwell.workflow.Tasks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The tasks of people: the same ones, and the same checks, as in Tasklist. */
@RestController
@RequestMapping("/api/tasks")
@Tag(name = "Tasks", description = "What waits for people")
class TaskController {

  private static final Set<Group> SEE_EVERYTHING =
      EnumSet.of(Group.MANAGER, Group.AUDITOR, Group.ADMIN);

  private final Tasks tasks;
  private final Deputies deputies;

  TaskController(Tasks tasks, Deputies deputies) {
    this.tasks = tasks;
    this.deputies = deputies;
  }

  @GetMapping
  @Operation(
      summary = "Open tasks of the caller's groups, the most urgent first",
      description = "Managers, auditors and administrators see those of every group.")
  Page<TaskView> open(
      @RequestParam(defaultValue = "0") @Min(0) int page,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int size,
      Authentication user) {
    List<Group> groups = visibleTo(user);
    return new Page<>(
        tasks.waitingFor(groups, page, size), page, size, tasks.countWaitingFor(groups));
  }

  @GetMapping("/{id}")
  @Operation(summary = "One task with everything that its form shows, as it is now")
  TaskView task(@PathVariable String id, Authentication user) {
    return tasks.viewAs(new TaskId(id), visibleTo(user));
  }

  @PostMapping("/{id}/claim")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Make a task your own")
  void claim(@PathVariable String id, Authentication user) {
    tasks.claim(new TaskId(id), new Actor(user.getName()));
  }

  @DeleteMapping("/{id}/claim")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Give a task back to its group")
  void giveBack(@PathVariable String id, Authentication user) {
    tasks.giveBack(new TaskId(id), new Actor(user.getName()));
  }

  @PostMapping("/{id}/completion")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Complete a task you have claimed",
      description = "The fields are those of the task's form. A refusal leaves the task open.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content =
                  @Content(
                      examples = {
                        @ExampleObject(
                            name = "call: promised",
                            value =
                                """
                                {"outcome": "promise", "promisedAmount": "1250.00",
                                 "payBy": "2026-12-05", "note": "Spoke with Ms Rao"}"""),
                        @ExampleObject(
                            name = "escalation: pause",
                            value =
                                """
                                {"decision": "pause", "pauseUntil": "2026-12-31",
                                 "reason": "Board meeting on the 28th"}""")
                      })))
  void complete(
      @PathVariable String id, @RequestBody Map<String, Object> answer, Authentication user) {
    tasks.complete(new TaskId(id), new Answer(answer), new Actor(user.getName()));
  }

  private List<Group> visibleTo(Authentication user) {
    Set<Group> own = deputies.groupsOf(user.getName());
    boolean everything = own.stream().anyMatch(SEE_EVERYTHING::contains);
    return everything ? List.of(Group.values()) : List.copyOf(own);
  }
}
