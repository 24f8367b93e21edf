package io.dunwell.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;

/**
 * A list that Tasklist offers ready-made.
 *
 * @param position where it stands among the others: the lowest first
 * @param readers whose members see it
 * @param group whose tasks it shows; null for those the person has claimed
 * @param task which of these tasks; null for all
 */
record ReadyList(
    String name,
    String description,
    int position,
    Set<Group> readers,
    @Nullable Group group,
    @Nullable String task) {

  private static final Set<Group> WORKERS =
      EnumSet.complementOf(EnumSet.of(Group.AUDITOR, Group.ADMIN));

  static List<ReadyList> all() {
    List<ReadyList> lists = new ArrayList<>();
    lists.add(new ReadyList("My claimed tasks", "What I have claimed", 15, WORKERS, null, null));
    lists.add(only(Group.COLLECTOR, "My group's calls", "Customers to call", "callCustomer"));
    lists.add(
        only(
            Group.COLLECTOR,
            "Contacts to complete",
            "Letters that found no address",
            "completeContact"));
    lists.add(
        only(
            Group.MANAGER,
            "My group's escalations",
            "Accounts to decide about",
            "decideEscalation"));
    lists.add(
        only(Group.LEGAL, "My group's referrals", "Accounts to take over", "prepareLegalReferral"));
    lists.add(only(Group.SALES, "Invoices for Sales", "Terms and price", "approveSales"));
    lists.add(
        only(
            Group.OPERATIONS,
            "Invoices for Operations",
            "Delivery and proof",
            "approveOperations"));
    lists.add(
        only(Group.ACCOUNTS, "Invoices for Accounts", "Tax, coding, credit", "approveAccounts"));
    lists.add(
        only(
            Group.ACCOUNTS,
            "Invoices for a second look",
            "Approved once in Accounts",
            "approveSecondAccounts"));
    lists.add(
        only(
            Group.MANAGER,
            "Invoices for management",
            "Above the limit of the departments",
            "approveManagement"));
    lists.add(only(Group.BILLING, "Invoices to revise", "Sent back", "reviseInvoice"));
    for (Group group : List.of(Group.BILLING, Group.ACCOUNTS)) {
      lists.add(
          only(
              group,
              "Refused by the tax portal: " + group.title(),
              "To mend and to send again",
              "mendRegistration"));
    }
    for (Group group : List.of(Group.BILLING, Group.SALES, Group.OPERATIONS)) {
      lists.add(
          only(group, "Proofs: " + group.title(), "Deliveries without a proof", "obtainProof"));
      lists.add(
          only(group, "Unbilled: " + group.title(), "To explain or to bill", "explainUnbilled"));
    }
    lists.add(
        only(Group.MANAGER, "Unbilled for too long", "To be decided about", "decideUnbilled"));
    WORKERS.forEach(group -> lists.add(everythingFor(group)));
    return List.copyOf(lists);
  }

  TaskQuery query(TaskService tasks) {
    TaskQuery query = tasks.createTaskQuery();
    if (group == null) {
      query.taskAssigneeExpression("${currentUser()}");
    } else {
      query.taskCandidateGroup(group.id()).includeAssignedTasks();
    }
    if (task != null) {
      query.taskDefinitionKey(task);
    }
    return query.orderByTaskPriority().desc();
  }

  private static ReadyList only(Group group, String name, String description, String task) {
    return new ReadyList(name, description, 10, EnumSet.of(group), group, task);
  }

  private static ReadyList everythingFor(Group group) {
    String name = "All tasks: " + group.title();
    int position = 20 + Arrays.asList(Group.values()).indexOf(group);
    return new ReadyList(
        name, "Everything for this group", position, EnumSet.of(group), group, null);
  }
}
