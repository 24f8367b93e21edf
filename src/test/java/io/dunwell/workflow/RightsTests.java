package io.dunwell.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunwell.DunwellTest;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DunwellTest
class RightsTests {

  @Autowired Rights rights;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired IdentityService identity;
  @Autowired AuthorizationService authorizations;

  @BeforeEach
  void oneTaskForSalesAndOneForCollectors() {
    var model =
        Bpmn.createExecutableProcess("two-desks")
            .camundaHistoryTimeToLiveString("P30D")
            .startEvent()
            .parallelGateway("both")
            .userTask("sell")
            .camundaCandidateGroups("sales")
            .endEvent()
            .moveToNode("both")
            .userTask("collect")
            .camundaCandidateGroups("collector")
            .endEvent()
            .done();
    repository.createDeployment().addModelInstance("two-desks.bpmn", model).deploy();
    runtime.startProcessInstanceByKey("two-desks", "42", Map.of("secret", "margin"));
  }

  @Test
  void salesSeeTheTasksOfSalesOnly() {
    assertThat(as("sales", this::taskNames)).containsExactly("sell");
    assertThat(as("collector", this::taskNames)).containsExactly("collect");
    assertThat(as("billing", this::taskNames)).isEmpty();
  }

  @Test
  void managersAuditorsAndAdministratorsSeeAll() {
    assertThat(as("manager", this::taskNames)).containsExactlyInAnyOrder("sell", "collect");
    assertThat(as("auditor", this::taskNames)).containsExactlyInAnyOrder("sell", "collect");
    assertThat(as("admin", this::taskNames)).containsExactlyInAnyOrder("sell", "collect");
  }

  @Test
  void onlyThoseWhoOverseeSeeProcessesAndTheirVariables() {
    Supplier<Long> running = () -> runtime.createProcessInstanceQuery().count();
    Supplier<Long> values = () -> runtime.createVariableInstanceQuery().count();

    assertThat(as("sales", running)).isZero();
    assertThat(as("sales", values)).isZero();
    assertThat(as("manager", running)).isEqualTo(1);
    assertThat(as("auditor", values)).isEqualTo(1);
  }

  @Test
  void candidatesClaimAndDoNothingElseToATask() {
    String task = idOf("sell");
    String instance = instance();

    as("sales", () -> act(() -> tasks.claim(task, "sales")));
    assertRefused("sales", () -> tasks.setAssignee(task, "collector"));
    assertRefused("sales", () -> tasks.delegateTask(task, "collector"));
    assertRefused("sales", () -> runtime.deleteProcessInstance(instance, "no more"));
    assertRefused(
        "sales",
        () ->
            runtime
                .createProcessInstanceModification(instance)
                .cancelAllForActivity("sell")
                .execute());
    assertRefused("sales", () -> runtime.startProcessInstanceByKey("two-desks"));
    assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
        .isEqualTo("sales");
  }

  @Test
  void neitherAuditorNorAdministratorDoesTheWorkOfOthers() {
    for (String group : List.of("auditor", "admin", "manager")) {
      String task = idOf("sell");
      assertRefused(group, () -> tasks.claim(task, group));
      assertRefused(group, () -> tasks.complete(task));
      assertRefused(group, () -> tasks.setVariable(task, "approved", true));
      assertRefused(group, () -> runtime.setVariable(instance(), "approved", true));
      assertRefused(group, () -> runtime.deleteProcessInstance(instance(), "no more"));
      assertRefused(group, () -> runtime.createMessageCorrelation("any").correlateAll());
      assertRefused(
          group, () -> repository.createDeployment().addString("x.bpmn", "<x/>").deploy());
      assertRefused(group, () -> identity.saveUser(identity.newUser("eve")));
      assertRefused(
          group, () -> authorizations.saveAuthorization(authorizations.createNewAuthorization(1)));
    }
  }

  @Test
  void grantingAgainChangesNothing() {
    long before = authorizations.createAuthorizationQuery().count();

    rights.prepare();

    assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(before);
  }

  private List<String> taskNames() {
    return tasks.createTaskQuery().list().stream().map(Task::getTaskDefinitionKey).toList();
  }

  private String idOf(String key) {
    return tasks.createTaskQuery().taskDefinitionKey(key).singleResult().getId();
  }

  private String instance() {
    return runtime
        .createProcessInstanceQuery()
        .processDefinitionKey("two-desks")
        .list()
        .get(0)
        .getId();
  }

  private void assertRefused(String user, Runnable act) {
    assertThatThrownBy(() -> as(user, () -> act(act)))
        .as("%s", user)
        .isInstanceOf(AuthorizationException.class);
  }

  private static boolean act(Runnable act) {
    act.run();
    return true;
  }

  private <T> T as(String user, Supplier<T> act) {
    identity.setAuthentication(user, List.of(user));
    try {
      return act.get();
    } finally {
      identity.clearAuthentication();
    }
  }
}
