package io.dunwell.desk.web;

import io.dunwell.shared.DeskPage;
import io.dunwell.workflow.Group;
import io.dunwell.workflow.Tasks;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What needs doing today, by role. */
@DeskPage
class HomePage {

  private static final int TASKS = 10;

  private final Today today;
  private final Tasks tasks;

  HomePage(Today today, Tasks tasks) {
    this.today = today;
    this.tasks = tasks;
  }

  @GetMapping("/")
  String home(Model model) {
    List<Group> groups = groups(Me.current());
    model.addAttribute("tasks", tasks.waitingFor(groups, 0, TASKS));
    model.addAttribute("taskCount", tasks.countWaitingFor(groups));
    model.addAttribute("owed", today.owed());
    model.addAttribute("ladder", today.ladder());
    model.addAttribute("letters", today.letters());
    model.addAttribute("followUps", today.followUps());
    model.addAttribute("disputes", today.openDisputes());
    model.addAttribute("waitingReceipts", today.waitingReceipts());
    model.addAttribute("quarantined", today.quarantined());
    model.addAttribute("run", today.lastRun());
    return "desk/home";
  }

  private static List<Group> groups(Me me) {
    return Stream.of(Group.values()).filter(group -> me.may(group.name())).toList();
  }
}
