package io.dunwell.workflow;

import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Refuses, inside the engine, every command by which a person who is logged in there could steer a
 * process past its decisions. The system itself is not logged in and may.
 */
class PeopleSteerNothing extends CommandInterceptor {

  private static final Set<String> STEERING =
      Set.of(
          "HandleTaskBpmnErrorCmd",
          "HandleTaskEscalationCmd",
          "ResolveTaskCmd",
          "DelegateTaskCmd",
          "AssignTaskCmd",
          "SaveTaskCmd",
          "DeleteTaskCmd",
          "CreateTaskCmd",
          "AddUserIdentityLinkCmd",
          "AddGroupIdentityLinkCmd",
          "DeleteUserIdentityLinkCmd",
          "DeleteGroupIdentityLinkCmd",
          "SetTaskOwnerCmd",
          "SetTaskPriorityCmd",
          "SetTaskVariablesCmd",
          "RemoveTaskVariablesCmd",
          "PatchTaskVariablesCmd",
          "SetExecutionVariablesCmd",
          "RemoveExecutionVariablesCmd",
          "PatchExecutionVariablesCmd",
          "ModifyProcessInstanceCmd",
          "ModifyProcessInstanceAsyncCmd",
          "ProcessInstanceModificationCmd",
          "ProcessInstanceModificationBatchCmd",
          "RestartProcessInstancesCmd",
          "MigrateProcessInstanceCmd",
          "DeleteProcessInstanceCmd",
          "DeleteProcessInstancesCmd",
          "MessageEventReceivedCmd",
          "CorrelateMessageCmd",
          "CorrelateAllMessageCmd",
          "CorrelateStartMessageCmd",
          "SignalCmd",
          "SignalEventReceivedCmd",
          "StartProcessInstanceCmd",
          "StartProcessInstanceAtActivitiesCmd",
          "SubmitStartFormCmd",
          "EvaluateStartConditionCmd",
          "DeployCmd",
          "DeleteDeploymentCmd",
          "SetProcessDefinitionVersionCmd");

  private final ProcessEngineConfigurationImpl engine;

  PeopleSteerNothing(ProcessEngineConfigurationImpl engine) {
    this.engine = engine;
  }

  @Override
  public <T> T execute(Command<T> command) {
    if (STEERING.contains(command.getClass().getSimpleName())
        && somebodyIsLoggedIn()
        && !Passage.granted()) {
      throw new AuthorizationException(
          "People read, claim and complete tasks here; everything else happens in Dunwell.");
    }
    return next.execute(command);
  }

  /** What a command does inside another is the engine's or Dunwell's own doing. */
  private boolean somebodyIsLoggedIn() {
    Authentication who = engine.getIdentityService().getCurrentAuthentication();
    return who != null && who.getUserId() != null && Context.getCommandContext() == null;
  }
}
