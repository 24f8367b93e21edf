package io.dunwell.approval.process;

import io.dunwell.approval.ApprovalGlance;
import io.dunwell.approval.ApprovalGlances;
import io.dunwell.approval.Approvals;
import io.dunwell.approval.Department;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.LineView;
import io.dunwell.party.Customers;
import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.Words;
import io.dunwell.workflow.Answer;
import io.dunwell.workflow.Deputies;
import io.dunwell.workflow.Group;
import io.dunwell.workflow.TaskView;
import io.dunwell.workflow.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Approvals for those who do not come through Tasklist: the desk and programs. Whatever they do is
 * done to the same task, with the same checks.
 */
@Service
public class ApprovalDesk {

  private static final int MOST = 200;

  private final Approvals approvals;
  private final ApprovalGlances glances;
  private final Customers customers;
  private final Tasks tasks;
  private final Deputies deputies;
  private final TransactionTemplate transaction;

  ApprovalDesk(
      Approvals approvals,
      ApprovalGlances glances,
      Customers customers,
      Tasks tasks,
      Deputies deputies,
      PlatformTransactionManager transactions) {
    this.approvals = approvals;
    this.glances = glances;
    this.customers = customers;
    this.tasks = tasks;
    this.deputies = deputies;
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRED);
  }

  /**
   * An approval that waits.
   *
   * @param hindrance why the person may not decide, as a sentence; null if they may
   */
  public record Waiting(
      TaskView task, Department department, ApprovalGlance glance, @Nullable String hindrance) {}

  /**
   * What became of one invoice among several.
   *
   * @param refusal why it was not approved; null if it was
   */
  public record Outcome(InvoiceId invoice, @Nullable String refusal) {}

  /** What waits for the person's departments, the most urgent first; at most 200. */
  public List<Waiting> waitingFor(Actor person) {
    Set<Group> groups = deputies.groupsOf(person.name());
    List<TaskView> waiting =
        tasks.waitingFor(List.copyOf(groups), 0, MOST).stream()
            .filter(ApprovalDesk::isApproval)
            .toList();
    Map<InvoiceId, ApprovalGlance> all =
        glances.of(waiting.stream().map(task -> InvoiceId.of(task.businessKey())).toList());
    List<Waiting> rows = new ArrayList<>();
    for (TaskView task : waiting) {
      ApprovalGlance glance = all.get(InvoiceId.of(task.businessKey()));
      if (glance != null) {
        rows.add(waiting(task, glance, groups, person));
      }
    }
    return rows;
  }

  /** What waits for any department. */
  public List<TaskView> waitingForAnybody() {
    List<TaskView> all = new ArrayList<>();
    for (Department each : Department.values()) {
      all.addAll(tasks.waiting(InvoiceApproval.taskOf(each), MOST));
    }
    return all;
  }

  /** The department that the task asks. */
  public static Department departmentOf(TaskView task) {
    return InvoiceApproval.departmentOf(task.key());
  }

  /**
   * Approves or returns for a department: claims the open task, unless somebody has, and completes
   * it.
   *
   * @param answer as the form's: {@code verdict}, {@code reason}, {@code lines}, {@code version}
   * @throws RuleViolation {@code approval.not-open}, or as Tasklist refuses
   */
  public void decide(InvoiceId id, Department department, Answer answer, Actor by) {
    transaction.executeWithoutResult(
        status -> {
          TaskView task = open(id, department);
          if (task.assignee() == null) {
            tasks.claim(task.id(), by);
          }
          tasks.complete(task.id(), answer, by);
        });
  }

  /**
   * Approves each of these that differs from no contract; each is an act of its own, so that the
   * refusal of one does not stop the others.
   */
  public List<Outcome> approveAll(List<TaskChoice> choices, Actor by) {
    return choices.stream().map(choice -> approve(choice, by)).toList();
  }

  /**
   * One of several to approve.
   *
   * @param version the hash of what the person saw
   */
  public record TaskChoice(InvoiceId invoice, Department department, String version) {}

  /** The invoice in a few words. */
  public String named(InvoiceId id) {
    InvoiceView invoice = approvals.invoice(id);
    String customer = customers.view(invoice.customer()).name();
    return customer + ", " + Words.money(invoice.total());
  }

  private Outcome approve(TaskChoice choice, Actor by) {
    try {
      if (approvals.invoice(choice.invoice()).lines().stream().anyMatch(LineView::deviates)) {
        throw new RuleViolation(
            "approval.deviates", "A line differs from its contract: open this one and look at it.");
      }
      decide(
          choice.invoice(),
          choice.department(),
          new Answer(Map.of("verdict", "approve", "version", choice.version())),
          by);
      return new Outcome(choice.invoice(), null);
    } catch (RuleViolation refused) {
      return new Outcome(choice.invoice(), refused.sentence());
    } catch (ConcurrencyFailureException overtaken) {
      return new Outcome(choice.invoice(), "Somebody else was faster. Look at it again.");
    }
  }

  private TaskView open(InvoiceId id, Department department) {
    Optional<TaskView> open =
        tasks.about(id.toString()).stream()
            .filter(task -> task.key().equals(InvoiceApproval.taskOf(department)))
            .findFirst();
    return open.orElseThrow(
        () ->
            new RuleViolation(
                "approval.not-open",
                "Nothing waits for " + department.word() + " about this invoice now."));
  }

  private Waiting waiting(TaskView task, ApprovalGlance glance, Set<Group> groups, Actor person) {
    Department department = departmentOf(task);
    String claimed = task.assignee();
    String hindrance =
        claimed == null || claimed.equals(person.name())
            ? glances.hindrance(glance, department, groups, person)
            : claimed + " has claimed it.";
    return new Waiting(task, department, glance, hindrance);
  }

  private static boolean isApproval(TaskView task) {
    return task.process().equals(InvoiceApproval.PROCESS)
        && !task.key().equals(InvoiceApproval.REVISE)
        && !task.key().equals(InvoiceApproval.MEND);
  }
}
