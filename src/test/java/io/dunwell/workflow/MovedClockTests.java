package io.dunwell.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunwell.DunwellTest;
import io.dunwell.shared.Books;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The simulated clock ticks on: what the engine waits for comes, however far it was moved. */
@DunwellTest
class MovedClockTests {

  private static final int FAR = 800;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @LocalServerPort int port;
  @Autowired BusinessTime time;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired ManagementService management;
  @Autowired ProcessEngineConfigurationImpl engine;

  @BeforeEach
  void moveIt() {
    Books.LIVE.within(() -> moved(FAR));
    time.moveBy(FAR);
  }

  @AfterEach
  void moveItBack() {
    Books.LIVE.within(() -> moved(0));
  }

  @Test
  void theEngineLivesOnTheBusinessDay() {
    assertThat(ClockUtil.getCurrentTime().toInstant().atZone(time.getZone()).toLocalDate())
        .isBetween(time.today().minusDays(1), time.today());
    assertThat(time.today()).isAfter(LocalDate.of(2028, 1, 1));
  }

  @Test
  void aFailedJobIsTriedAgainAfterItsPauseAndNoSooner() {
    String job = jobThatFails();
    fail(job);

    assertThat(job(job).getRetries()).isEqualTo(2);
    assertThat(due(job)).isFalse();
    Awaitility.await().atMost(PATIENCE).until(inTheseBooks(() -> due(job)));
    fail(job);
    Awaitility.await().atMost(PATIENCE).until(inTheseBooks(() -> due(job)));
    fail(job);

    assertThat(job(job).getRetries()).isZero();
    assertThat(runtime.createIncidentQuery().configuration(job).count()).isOne();
  }

  @Test
  void theLockOfANodeThatDiedIsTakenOver() {
    String job = jobThatFails();
    JobExecutor executor = engine.getJobExecutor();
    int usual = executor.getLockTimeInMillis();
    executor.setLockTimeInMillis(2_000);
    try {
      assertThat(acquired(job)).isTrue();
      assertThat(acquired(job)).as("it is locked").isFalse();

      Awaitility.await().atMost(PATIENCE).until(inTheseBooks(() -> acquired(job)));
    } finally {
      executor.setLockTimeInMillis(usual);
    }
  }

  @Test
  void whoeverGuessedPasswordsWaitsSecondsNotYears() {
    Visit guesser = Visit.asProgram(port, "legal", "wrong");
    HttpResponse<String> answer = guesser.get("/api/tasks");
    for (int guesses = 1; answer.statusCode() == 401 && guesses < 10; guesses++) {
      answer = guesser.get("/api/tasks");
    }

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(1, 30);
    Awaitility.await()
        .atMost(PATIENCE.multipliedBy(2))
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> Visit.asProgram(port, "legal").get("/api/tasks").statusCode() == 200);
  }

  private String jobThatFails() {
    repository
        .createDeployment()
        .addModelInstance(
            "moved-clock.bpmn",
            Bpmn.createExecutableProcess("moved-clock")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .serviceTask("fail")
                .camundaAsyncBefore()
                .camundaFailedJobRetryTimeCycle("R3/PT1S")
                .camundaExpression("${nobodyKnowsThis}")
                .endEvent()
                .done())
        .deploy();
    String process =
        runtime.startProcessInstanceByKey("moved-clock", UUID.randomUUID().toString()).getId();
    return management.createJobQuery().processInstanceId(process).singleResult().getId();
  }

  private void fail(String job) {
    try {
      management.executeJob(job);
    } catch (RuntimeException asIntended) {
      return;
    }
    throw new AssertionError("The job did not fail");
  }

  private boolean due(String job) {
    return management.createJobQuery().jobId(job).executable().count() == 1;
  }

  private boolean acquired(String job) {
    return engine
        .getCommandExecutorTxRequired()
        .execute(new AcquireJobsCmd(engine.getJobExecutor(), 50))
        .contains(job);
  }

  private Job job(String id) {
    return management.createJobQuery().jobId(id).singleResult();
  }

  private boolean moved(int days) {
    time.moveBy(days);
    return true;
  }

  private static java.util.concurrent.Callable<Boolean> inTheseBooks(
      java.util.function.BooleanSupplier so) {
    Books books = Books.current();
    return () -> books.within(so::getAsBoolean);
  }
}
