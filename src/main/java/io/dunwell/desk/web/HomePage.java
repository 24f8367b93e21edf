package io.dunwell.desk.web;

import static io.dunwell.invoices.InvoiceStatus.APPROVED;
import static io.dunwell.invoices.InvoiceStatus.DRAFT;
import static io.dunwell.invoices.InvoiceStatus.RETURNED;
import static io.dunwell.invoices.InvoiceStatus.SUBMITTED;

import io.dunwell.billing.BillingFigures;
import io.dunwell.desk.web.Today.Owed;
import io.dunwell.desk.web.Today.Rung;
import io.dunwell.invoices.InvoiceStatus;
import io.dunwell.pages.Columns;
import io.dunwell.pages.ListPage;
import io.dunwell.pages.Lists;
import io.dunwell.shared.DeskPage;
import io.dunwell.unbilled.ChaseFigures;
import io.dunwell.workflow.Group;
import io.dunwell.workflow.TaskView;
import io.dunwell.workflow.Tasks;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What needs doing today, by role. */
@DeskPage
class HomePage {

  /** As many as anybody looks through here; Tasklist has them all. */
  private static final int TASKS = 250;

  private static final Columns<Owed> OWED =
      Columns.<Owed>of("owed")
          .text("currency", "customers.currency", Owed::currency)
          .amount("open", "customers.open", Owed::open)
          .amount("overdue", "customers.overdue", Owed::overdue)
          .amount("unapplied", "account.unapplied", Owed::unapplied);

  private static final Columns<Rung> LADDER =
      Columns.<Rung>of("ladder")
          .word("step", "policies.step", "step.", Rung::step)
          .number("cases", "home.cases", Rung::cases);

  private static final Columns<TaskView> TASK_COLUMNS =
      Columns.<TaskView>of("tasks")
          .text("task", "home.task", TaskView::name)
          .text("customer", "receipts.customer", HomePage::customer)
          .text("amount", "home.task.amount", t -> t.facts().get("amount"))
          .text("assignee", "home.task.assignee", TaskView::assignee);

  /** How many billing documents are in a state. */
  record Figure(InvoiceStatus status, long count) {}

  private static final String[] BILLS = {
    "BILLING", "SALES", "OPERATIONS", "ACCOUNTS", "MANAGER", "AUDITOR", "ADMIN"
  };

  private final Today today;
  private final BillingFigures billing;
  private final ChaseFigures chases;
  private final Tasks tasks;
  private final Lists lists;

  HomePage(Today today, BillingFigures billing, ChaseFigures chases, Tasks tasks, Lists lists) {
    this.today = today;
    this.billing = billing;
    this.chases = chases;
    this.tasks = tasks;
    this.lists = lists;
  }

  @GetMapping("/")
  ModelAndView home(@RequestParam Map<String, String> params) {
    List<Group> groups = groups(Me.current());
    ListPage page = lists.page("desk/home", params);
    page.also("tasks", lists.of(TASK_COLUMNS, tasks.waitingFor(groups, 0, TASKS)));
    page.also("owed", lists.of(OWED, today.owed()));
    page.also("ladder", lists.of(LADDER, today.ladder()));
    if (Me.current().may(BILLS)) {
      page.with("onTheirWay", onTheirWay())
          .with("ready", billing.readyToBill())
          .with("pastLimit", chases.asked());
    }
    return page.with("taskCount", tasks.countWaitingFor(groups))
        .with("letters", today.letters())
        .with("followUps", today.followUpCount())
        .with("disputes", today.openDisputes())
        .with("waitingReceipts", today.waitingReceipts())
        .with("quarantined", today.quarantined())
        .with("run", today.lastRun())
        .answer();
  }

  /** Always what waits for somebody in the ordinary course, anything else where there is some. */
  private List<Figure> onTheirWay() {
    Map<InvoiceStatus, Long> counts = billing.onTheirWay();
    return Stream.of(DRAFT, SUBMITTED, RETURNED, APPROVED)
        .map(status -> new Figure(status, counts.getOrDefault(status, 0L)))
        .filter(each -> each.count() > 0 || each.status() == DRAFT || each.status() == SUBMITTED)
        .toList();
  }

  private static @Nullable Object customer(TaskView task) {
    Object name = task.facts().get("customerName");
    return name == null ? task.facts().get("customer") : name;
  }

  private static List<Group> groups(Me me) {
    return Stream.of(Group.values()).filter(group -> me.may(group.name())).toList();
  }
}
