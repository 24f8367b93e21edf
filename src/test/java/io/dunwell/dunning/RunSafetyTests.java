package io.dunwell.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunwell.DunwellTest;
import io.dunwell.party.CustomerId;
import io.dunwell.receivables.AccountKey;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Books;
import io.dunwell.workflow.Workflow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever happens to a run, each account is decided once. */
@DunwellTest
class RunSafetyTests {

  private static final LocalDate DAY = Story.DUE.plusDays(3);

  @Autowired Story story;
  @Autowired DailyRuns runs;
  @Autowired RunPlanning planning;
  @Autowired ChunkWork chunks;
  @Autowired RunBook book;
  @Autowired RunOutcomes outcomes;
  @Autowired Round round;
  @Autowired Notices notices;
  @Autowired RuntimeService runtime;
  @Autowired Workflow workflow;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @Test
  void twoRunsAtOnceDoTheWorkOfOne() throws Exception {
    owing(250);

    List<RunReport> reports = atOnce(() -> runs.runNow(DAY, Actor.SYSTEM));

    assertThat(reports).extracting(RunReport::acted).containsExactly(250, 250);
    assertThat(reports.get(0).id()).isEqualTo(reports.get(1).id());
    assertThat(count("dunning.notice")).isEqualTo(250);
    assertThat(count("dunning.dunning_case")).isEqualTo(250);
    assertThat(count("correspondence.letter")).isEqualTo(250);
    assertThat(processes()).isEqualTo(250);
  }

  @Test
  void aRunThatDiedInTheMiddleIsFinishedByTheNextOne() {
    owing(250);
    UUID run = planning.begin(DAY, false, Actor.SYSTEM);
    planning.plan(run, false);
    chunks.next(run, false, false);
    diesAfterItsAccountsAndBeforeItsEnd(run);

    RunReport report = runs.runNow(DAY, Actor.SYSTEM);

    assertThat(report.id()).isEqualTo(run);
    assertThat(report.acted()).isEqualTo(250);
    assertThat(count("dunning.notice")).isEqualTo(250);
    assertThat(count("correspondence.letter")).isEqualTo(250);
    assertThat(processes()).isEqualTo(250);
  }

  @Test
  void oneBadAccountHarmsNoOther() {
    List<CustomerId> customers = owing(30);
    story.invoice(customers.get(7), "again", "10.00", Story.DUE.minusDays(8));
    runs.runNow(DAY.minusDays(8), Actor.SYSTEM);
    runtime.deleteProcessInstance(
        runtime
            .createProcessInstanceQuery()
            .processDefinitionKey("collection-case")
            .singleResult()
            .getId(),
        "lost");

    RunReport report = runs.runNow(DAY, Actor.SYSTEM);

    assertThat(report.failed()).isOne();
    assertThat(report.acted()).isEqualTo(29);
    assertThat(report.accounts())
        .extracting(RunReport.SkippedAccount::customer)
        .containsExactly("C7");
    assertThat(report.accounts().get(0).sentence()).contains("see Cockpit");
    assertThat(notices.find(new NoticeQuery(DAY, DAY, null, null), 0, 50).total()).isEqualTo(29);
  }

  @Test
  void theJobsOfTheEngineCanDoAllTheWork() {
    owing(250);
    UUID run = planning.begin(DAY, false, Actor.SYSTEM);
    planning.plan(run, true);

    workflow.workDueJobs();

    assertThat(book.anyUndone(run)).isFalse();
    assertThat(count("dunning.notice")).isEqualTo(250);
    assertThat(runs.runNow(DAY, Actor.SYSTEM).acted()).isEqualTo(250);
  }

  /** Accounts committed, the chunk's end not: what a crash leaves. */
  private void diesAfterItsAccountsAndBeforeItsEnd(UUID run) {
    transaction.executeWithoutResult(
        status -> {
          List<AccountKey> accounts = book.claim(run, false).orElseThrow().accounts();
          transactionOfItsOwn(run, accounts.subList(0, 40));
          status.setRollbackOnly();
        });
  }

  private void transactionOfItsOwn(UUID run, List<AccountKey> accounts) {
    TransactionTemplate own = new TransactionTemplate(transaction.getTransactionManager());
    own.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    own.executeWithoutResult(
        status -> outcomes.note(run, round.go(accounts, DAY, false, Actor.SYSTEM)));
  }

  private List<CustomerId> owing(int accounts) {
    List<CustomerId> customers = new ArrayList<>();
    for (int i = 0; i < accounts; i++) {
      customers.add(story.customer("C" + i));
      story.invoice(customers.get(i), "A" + i, "100.00", Story.DUE);
    }
    return customers;
  }

  private static <T> List<T> atOnce(Callable<T> work) throws Exception {
    Books books = Books.current();
    Callable<T> inBooks =
        () ->
            books.within(
                () -> {
                  try {
                    return work.call();
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                });
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> each : threads.invokeAll(List.of(inBooks, inBooks))) {
        results.add(each.get());
      }
      return results;
    } finally {
      threads.shutdown();
    }
  }

  private long count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }

  private long processes() {
    return runtime.createProcessInstanceQuery().processDefinitionKey("collection-case").count();
  }
}
