package io.dunwell.workflow;

import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY_VARIABLE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK_VARIABLE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.RETRY_JOB;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;

/**
 * A right that every member of a group has for as long as Dunwell runs. Rights on single tasks are
 * not among them: the engine grants those to the candidates of each task, so that no group sees the
 * tasks of another.
 *
 * @param group who
 * @param resource on what kind of thing
 * @param id on which one, {@code *} for all
 * @param permissions what
 */
record StandingRight(Group group, Resource resource, String id, List<Permission> permissions) {

  private static final Set<Group> OVERSEERS = EnumSet.of(Group.MANAGER, Group.AUDITOR, Group.ADMIN);
  private static final Set<Group> OPERATORS = EnumSet.of(Group.MANAGER, Group.ADMIN);

  /** All of them. */
  static List<StandingRight> all() {
    List<StandingRight> rights = new ArrayList<>();
    for (Group group : Group.values()) {
      rights.addAll(ofEveryone(group));
      if (group != Group.AUDITOR) {
        rights.add(of(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS));
        rights.add(of(group, Resources.FILTER, "*", Permissions.CREATE));
      }
      if (OVERSEERS.contains(group)) {
        rights.addAll(ofOverseer(group));
      }
      if (OPERATORS.contains(group)) {
        rights.addAll(ofOperator(group));
      }
    }
    return List.copyOf(rights);
  }

  private static List<StandingRight> ofEveryone(Group group) {
    return List.of(
        definitions(group, ProcessDefinitionPermissions.READ),
        of(group, Resources.GROUP, "*", Permissions.READ));
  }

  private static List<StandingRight> ofOverseer(Group group) {
    return List.of(
        definitions(
            group,
            ProcessDefinitionPermissions.READ,
            READ_INSTANCE,
            READ_TASK,
            READ_HISTORY,
            READ_INSTANCE_VARIABLE,
            READ_TASK_VARIABLE,
            READ_HISTORY_VARIABLE),
        of(group, Resources.DECISION_DEFINITION, "*", Permissions.READ, Permissions.READ_HISTORY),
        of(group, Resources.DECISION_REQUIREMENTS_DEFINITION, "*", Permissions.READ),
        of(group, Resources.DEPLOYMENT, "*", Permissions.READ),
        of(group, Resources.BATCH, "*", BatchPermissions.READ, BatchPermissions.READ_HISTORY),
        of(group, Resources.USER, "*", Permissions.READ));
  }

  private static List<StandingRight> ofOperator(Group group) {
    return List.of(
        of(group, Resources.APPLICATION, "cockpit", Permissions.ACCESS),
        definitions(
            group,
            ProcessDefinitionPermissions.READ,
            READ_INSTANCE,
            READ_TASK,
            READ_HISTORY,
            READ_INSTANCE_VARIABLE,
            READ_TASK_VARIABLE,
            READ_HISTORY_VARIABLE,
            RETRY_JOB));
  }

  private static StandingRight definitions(Group group, Permission... permissions) {
    return of(group, Resources.PROCESS_DEFINITION, "*", permissions);
  }

  private static StandingRight of(
      Group group, Resource resource, String id, Permission... permissions) {
    return new StandingRight(group, resource, id, List.of(permissions));
  }
}
