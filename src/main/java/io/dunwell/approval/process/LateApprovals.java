package io.dunwell.approval.process;

import io.dunwell.approval.Approvals;
import io.dunwell.approval.Department;
import io.dunwell.correspondence.Memos;
import io.dunwell.correspondence.NewMemo;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.party.Customers;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.Words;
import io.dunwell.workflow.Deputies;
import io.dunwell.workflow.Group;
import io.dunwell.workflow.Identities;
import io.dunwell.workflow.TaskView;
import io.dunwell.workflow.Tasks;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** What happens when a department takes longer than it may: a mail, then its lead takes over. */
@Component
class LateApprovals {

  private static final int URGENT = 90;

  private final Approvals approvals;
  private final Customers customers;
  private final Tasks tasks;
  private final Deputies deputies;
  private final Identities identities;
  private final Memos memos;
  private final Clock clock;
  private final MessageSourceAccessor words;
  private final ApplicationEventPublisher events;

  LateApprovals(
      Approvals approvals,
      Customers customers,
      Tasks tasks,
      Deputies deputies,
      Identities identities,
      Memos memos,
      Clock clock,
      MessageSource messages,
      ApplicationEventPublisher events) {
    this.approvals = approvals;
    this.customers = customers;
    this.tasks = tasks;
    this.deputies = deputies;
    this.identities = identities;
    this.memos = memos;
    this.clock = clock;
    this.words = new MessageSourceAccessor(messages);
    this.events = events;
  }

  /** Mails whoever has claimed it, or everybody of the department who may decide. */
  void remind(InvoiceId id, Department department) {
    task(id, department)
        .ifPresent(
            task -> {
              String claimed = task.assignee();
              Set<String> people = claimed == null ? able(id, department) : Set.of(claimed);
              people.forEach(person -> mail("reminder", task, department, person));
              tell("approval.reminded", id, department, String.join(", ", people));
            });
  }

  /** Hands it to the department's lead; where none may decide, to whoever is first. */
  void escalate(InvoiceId id, Department department) {
    task(id, department)
        .ifPresent(
            task -> {
              String lead =
                  deputies
                      .leadOf(department.group())
                      .filter(person -> approvals.mayDecide(id, department, new Actor(person)))
                      .orElse(null);
              tasks.hand(task.id(), lead, URGENT);
              Set<String> people = lead == null ? deputies.present(Group.MANAGER) : Set.of(lead);
              String what = lead == null ? "unled" : "escalation";
              people.forEach(person -> mail(what, task, department, person));
              tell("approval.escalated", id, department, String.join(", ", people));
            });
  }

  /** Who works for the department today and may decide about this invoice. */
  private Set<String> able(InvoiceId id, Department department) {
    Set<String> able = new TreeSet<>(deputies.present(department.group()));
    able.removeIf(person -> !approvals.mayDecide(id, department, new Actor(person)));
    return able;
  }

  private Optional<TaskView> task(InvoiceId id, Department department) {
    return tasks.about(id.toString()).stream()
        .filter(task -> task.key().equals(InvoiceApproval.taskOf(department)))
        .findFirst();
  }

  private void mail(String what, TaskView task, Department department, String person) {
    InvoiceId id = InvoiceId.of(task.businessKey());
    InvoiceView invoice = approvals.invoice(id);
    Object[] facts = {
      department.word(),
      customers.view(invoice.customer()).name(),
      Words.money(invoice.total()),
      invoice.preparation().by(),
      limit(task)
    };
    String key =
        String.join(
            ":",
            what,
            id.toString(),
            String.valueOf(invoice.preparation().revision()),
            department.name(),
            person);
    identities
        .person(person)
        .ifPresent(
            to ->
                memos.write(
                    new NewMemo(
                        key,
                        person,
                        to.email(),
                        words.getMessage("approval." + what + ".subject", facts),
                        words.getMessage("approval." + what + ".text", facts),
                        id.toString())));
  }

  /** Tasks of models without time limits have none. */
  private String limit(TaskView task) {
    return task.dueAt() == null
        ? "in a few days"
        : "on " + Words.day(LocalDate.ofInstant(task.dueAt(), clock.getZone()));
  }

  private void tell(String act, InvoiceId invoice, Department department, String people) {
    events.publishEvent(
        new Auditable(
            Actor.SYSTEM,
            act,
            "invoice",
            invoice.toString(),
            Map.of("department", department.name(), "people", people)));
  }
}
