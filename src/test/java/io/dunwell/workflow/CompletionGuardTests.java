package io.dunwell.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunwell.DunwellTest;
import io.dunwell.access.Substitutions;
import io.dunwell.platform.BooksDataSource;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Books;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Real HTTP, so all of it happens in the live books. */
@DunwellTest
class CompletionGuardTests {

  private static final String REST = "/engine-rest";
  private static final String WEBAPP = "/camunda/api/engine/engine/default";

  private static final List<String> ATTEMPTS =
      List.of(
          "POST /task/{task}/bpmnError {\"errorCode\": \"x\"}",
          "POST /task/{task}/bpmnEscalation {\"escalationCode\": \"x\"}",
          "POST /task/{task}/assignee {\"userId\": \"collector\"}",
          "POST /task/{task}/delegate {\"userId\": \"collector\"}",
          "POST /task/{task}/resolve {}",
          "POST /task/{task}/identity-links {\"groupId\": \"sales\", \"type\": \"candidate\"}",
          "PUT /task/{task}/variables/x {\"value\": \"y\"}",
          "POST /task/{task}/variables {\"modifications\": {\"x\": {\"value\": 1}}}",
          "PUT /task/{task}/localVariables/x {\"value\": \"y\"}",
          "PUT /task/{task} {\"name\": \"other\"}",
          "DELETE /task/{task} {}",
          "POST /task/create {\"name\": \"own\"}",
          "POST /process-instance/{process}/modification {\"instructions\": []}",
          "PUT /process-instance/{process}/variables/x {\"value\": \"y\"}",
          "DELETE /process-instance/{process} {}",
          "PUT /process-instance/{process}/suspended {\"suspended\": true}",
          "POST /message {\"messageName\": \"balanceCleared\", \"all\": true}",
          "POST /signal {\"name\": \"x\"}",
          "POST /execution/{process}/signal {}",
          "POST /process-definition/key/guard-try/start {}",
          "POST /deployment/create {}",
          "POST /authorization/create {}",
          "POST /filter/create {}",
          "POST /task/{task}/%63omplete {}",
          "POST /task/{task}/complete/ {}",
          "POST //task/{task}/bpmnError {}");

  @LocalServerPort int port;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired HistoryService history;
  @Autowired BooksDataSource books;
  @Autowired Substitutions substitutions;
  @Autowired Clock clock;

  private String task = "";
  private String process = "";

  @BeforeEach
  void aTaskForCollectors() {
    task =
        Books.LIVE.within(
            () -> {
              repository
                  .createDeployment()
                  .name("guard-try")
                  .enableDuplicateFiltering(true)
                  .addModelInstance(
                      "guard-try.bpmn",
                      Bpmn.createExecutableProcess("guard-try")
                          .camundaHistoryTimeToLiveString("P1D")
                          .startEvent()
                          .userTask("decide")
                          .camundaCandidateGroups("collector")
                          .endEvent()
                          .done())
                  .deploy();
              process =
                  runtime
                      .startProcessInstanceByKey("guard-try", UUID.randomUUID().toString())
                      .getId();
              return tasks.createTaskQuery().processInstanceId(process).singleResult().getId();
            });
  }

  @Test
  void nobodyCompletesWhatTheyHaveNotClaimed() {
    for (Visit visit : doors("collector")) {
      refuses(complete(visit), 409, "task.not-claimed", "Claim this task first");
    }
    refuses(
        program("collector").post("/api/tasks/" + task + "/completion", "{}"),
        409,
        "task.not-claimed",
        "Claim this task first");
  }

  @Test
  void nobodyClaimsOrCompletesTheTaskOfAnotherGroup() {
    for (Visit visit : doors("sales")) {
      refuses(
          visit.post(path(visit) + "/task/" + task + "/claim", "{\"userId\": \"sales\"}"),
          409,
          "task.other-group",
          "This task is for collector");
      refuses(complete(visit), 409, "task.other-group", "This task is for collector");
    }
  }

  @Test
  void nobodyClaimsInAnothersName() {
    refuses(
        program("manager").post(REST + "/task/" + task + "/claim", "{\"userId\": \"collector\"}"),
        409,
        "task.claim-for-others",
        "only for yourself");
  }

  @Test
  void whoeverClaimedItCompletesItAndHistoryNamesThem() {
    Visit browser = Visit.asBrowser(port, "collector");
    assertThat(claim(browser).statusCode()).isEqualTo(204);

    HttpResponse<String> done =
        browser.post(
            WEBAPP + "/task/" + task + "/submit-form", "{\"variables\": {\"x\": {\"value\": 1}}}");

    assertThat(done.statusCode()).isEqualTo(204);
    HistoricTaskInstance past = pastTask();
    assertThat(past.getAssignee()).isEqualTo("collector");
    assertThat(past.getDeleteReason()).isEqualTo("completed");
    assertThat(completionsInAudit()).isEqualTo(1);
    refuses(complete(browser), 409, "task.already-done", "completed already");
  }

  @Test
  void p3_aTaskUnassignedBetweenOpeningAndCompletingStaysOpen() {
    Visit collector = program("collector");
    assertThat(claim(collector).statusCode()).isEqualTo(204);
    String unclaim = REST + "/task/" + task + "/unclaim";
    refuses(program("sales").post(unclaim, "{}"), 409, "task.not-yours", "Only whoever claimed");
    assertThat(collector.post(unclaim, "{}").statusCode()).isEqualTo(204);
    assertThat(claim(collector).statusCode()).isEqualTo(204);
    assertThat(program("manager").call("DELETE", "/api/tasks/" + task + "/claim", "").statusCode())
        .isEqualTo(204);

    refuses(complete(collector), 409, "task.not-claimed", "Claim this task first");

    assertThat(claim(collector).statusCode()).isEqualTo(204);
    assertThat(complete(collector).statusCode()).isEqualTo(204);
    assertThat(pastTask().getAssignee()).isEqualTo("collector");
  }

  @Test
  void aDoubleClickCompletesOnce() {
    Visit collector = program("collector");
    assertThat(claim(collector).statusCode()).isEqualTo(204);

    List<CompletableFuture<Integer>> clicks =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> complete(collector).statusCode()))
            .limit(4)
            .toList();

    assertThat(clicks.stream().map(CompletableFuture::join))
        .containsExactlyInAnyOrder(204, 409, 409, 409);
    assertThat(completionsInAudit()).isEqualTo(1);
  }

  @Test
  void nothingElseOpensAtTheEnginesDoors() {
    claim(program("collector"));
    for (String name : List.of("collector", "manager", "admin")) {
      for (Visit visit : doors(name)) {
        ATTEMPTS.forEach(attempt -> refuses(visit, attempt));
      }
    }
    assertThat(openTasks()).isEqualTo(1);
  }

  @Test
  void aPageFromElsewhereCompletesNothing() {
    Visit browser = Visit.asBrowser(port, "collector");
    assertThat(claim(browser).statusCode()).isEqualTo(204);

    HttpResponse<String> forged = browser.postForged(WEBAPP + "/task/" + task + "/complete", "{}");

    assertThat(forged.statusCode()).isEqualTo(403);
    assertThat(openTasks()).isEqualTo(1);
  }

  @Test
  void codeThatGoesAroundTheGuardIsStoppedInsideTheEngine() {
    assertThatThrownBy(() -> Books.LIVE.within(this::completeDirectly))
        .hasStackTraceContaining(AuthorizationException.class.getName());
    assertThat(openTasks()).isEqualTo(1);
  }

  @Test
  void peopleReadTheirTasksInTasklist() {
    Visit browser = Visit.asBrowser(port, "collector");

    assertThat(
            browser
                .post(WEBAPP + "/task?maxResults=5", "{\"processInstanceId\": \"" + process + "\"}")
                .body())
        .contains(task);
    assertThat(browser.get(WEBAPP + "/task/" + task + "/form-variables").statusCode())
        .isEqualTo(200);
    assertThat(program("sales").get(REST + "/task/" + task).statusCode()).isEqualTo(404);
    assertThat(program("sales").get("/api/tasks/" + task).statusCode()).isEqualTo(404);
    assertThat(program("collector").get("/api/tasks/" + task).body()).contains("\"decide\"");
  }

  @Test
  void eachGroupFindsItsReadyListsAndNoOthers() {
    String collectors = Visit.asBrowser(port, "collector").get(WEBAPP + "/filter").body();
    String legal = Visit.asBrowser(port, "legal").get(WEBAPP + "/filter").body();

    assertThat(collectors).contains("My group's calls", "customerName", "My claimed tasks");
    assertThat(collectors).doesNotContain("My group's referrals", "My group's escalations");
    assertThat(legal).contains("My group's referrals").doesNotContain("My group's calls");
  }

  @Test
  void whoeverStandsInFindsTheListsOfTheAbsentAtOnce() {
    Visit legal = Visit.asBrowser(port, "legal");
    String list = "Invoices for a second look";
    assertThat(legal.get(WEBAPP + "/filter").body()).doesNotContain(list);

    Actor by = new Actor("manager");
    LocalDate today = LocalDate.now(clock);
    UUID planned =
        Books.LIVE.within(() -> substitutions.plan("accounts", "legal", today, today, null, by));
    assertThat(legal.get(WEBAPP + "/filter").body()).contains(list);

    Books.LIVE.within(
        () -> {
          substitutions.end(planned, by);
          return planned;
        });
    assertThat(legal.get(WEBAPP + "/filter").body()).doesNotContain(list);
  }

  private void refuses(Visit visit, String attempt) {
    String[] parts = attempt.split(" ", 3);
    String target = parts[1].replace("{task}", task).replace("{process}", process);

    HttpResponse<String> answer = visit.call(parts[0], path(visit) + target, parts[2]);

    assertThat(answer.statusCode()).as(attempt).isBetween(400, 499);
  }

  private boolean completeDirectly() {
    tasks.complete(task);
    return true;
  }

  private List<Visit> doors(String name) {
    return List.of(program(name), Visit.asBrowser(port, name));
  }

  private Visit program(String name) {
    return Visit.asProgram(port, name);
  }

  private static String path(Visit visit) {
    return visit.isBrowser() ? WEBAPP : REST;
  }

  private HttpResponse<String> claim(Visit visit) {
    return visit.post(path(visit) + "/task/" + task + "/claim", "{}");
  }

  private HttpResponse<String> complete(Visit visit) {
    return visit.post(path(visit) + "/task/" + task + "/complete", "{\"variables\": {}}");
  }

  private static void refuses(
      HttpResponse<String> answer, int status, String code, String sentence) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains(code, sentence);
  }

  private HistoricTaskInstance pastTask() {
    return Books.LIVE.within(
        () -> history.createHistoricTaskInstanceQuery().taskId(task).singleResult());
  }

  private long openTasks() {
    return Books.LIVE.within(
        () -> tasks.createTaskQuery().processInstanceId(process).taskId(task).count());
  }

  private long completionsInAudit() {
    return JdbcClient.create(books.live())
        .sql("select count(*) from audit.act where act = 'task.completed' and subject = :task")
        .param("task", task)
        .query(Long.class)
        .single();
  }
}
