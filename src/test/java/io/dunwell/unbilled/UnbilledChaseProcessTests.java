package io.dunwell.unbilled;

import static io.dunwell.ScriptToken.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.dunwell.DunwellTest;
import io.dunwell.FormFile;
import io.dunwell.billing.Mill;
import io.dunwell.contracts.BillingRule;
import io.dunwell.contracts.ContractId;
import io.dunwell.contracts.DeliveryId;
import io.dunwell.correspondence.Memos;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.party.CustomerId;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Books;
import io.dunwell.shared.RuleViolation;
import io.dunwell.workflow.Answer;
import io.dunwell.workflow.BusinessTime;
import io.dunwell.workflow.Group;
import io.dunwell.workflow.Identities;
import io.dunwell.workflow.Person;
import io.dunwell.workflow.TaskView;
import io.dunwell.workflow.Tasks;
import io.dunwell.workflow.Workflow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** What stays unbilled past its limit is asked about until it is billed or explained. */
@DunwellTest
class UnbilledChaseProcessTests {

  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final LocalDate THURSDAY = MONDAY.plusDays(3);

  /** Five business days after Thursday. */
  private static final LocalDate ESCALATION = THURSDAY.plusDays(7);

  private static final Actor MEERA = new Actor("meera");

  @Autowired MockMvc mvc;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired Mill mill;
  @Autowired UnbilledTurn turn;
  @Autowired ChaseTable table;
  @Autowired Chases chases;
  @Autowired Explanations explanations;
  @Autowired Identities identities;
  @Autowired Tasks tasks;
  @Autowired Workflow workflow;
  @Autowired BusinessTime time;
  @Autowired Memos memos;
  @Autowired ProcessEngine engine;
  @Autowired RuntimeService runtime;
  @Autowired ManagementService management;
  @Autowired HistoryService history;
  @Autowired TaskService engineTasks;

  private ContractId plain = new ContractId(io.dunwell.shared.Ids.next());
  private ContractId proven = plain;

  @BeforeEach
  void deliveredOnAMonday() {
    AbstractAssertions.init(engine);
    time.replayDay(MONDAY);
    mill.opens();
    identities.create(
        new Person("meera", "Meera", "meera@example.com", Set.of(Group.MANAGER)), "secret-12345");
    CustomerId customer = mill.neighbour("C-1");
    plain = mill.yarnContract(customer);
    proven = mill.contract(customer, BillingRule.PER_DELIVERY, null, true, Mill.yarn("250.00"));
  }

  @Test
  void aMissingProofIsAskedForOnTheThirdBusinessDayAndOnlyOnce() {
    mill.delivers(proven, "DC-1", MONDAY, "40");
    days(MONDAY, THURSDAY.minusDays(1));
    assertThat(chases.open()).isEmpty();

    days(THURSDAY, THURSDAY);
    turn.turn(THURSDAY, Actor.SYSTEM);
    days(THURSDAY.plusDays(1), THURSDAY.plusDays(1));

    ChaseView open = chases.open().values().iterator().next();
    assertThat(chase()).isWaitingAtExactly("obtainProof");
    assertThat(table.open(List.of(again(open)))).as("another node was faster").isEmpty();
    assertThat(task("obtainProof"))
        .satisfies(
            task -> {
              assertThat(task.assignee()).isEqualTo("sunil");
              assertThat(task.groups()).containsExactly("sales");
            });
    assertThat(engineTasks.getVariablesLocal(task("obtainProof").id().value()))
        .containsEntry("amount", "INR 10,000.00")
        .containsEntry("daysOverdue", 1);
  }

  @Test
  void theOwnerObtainsTheProofAndNobodyClaimsOneThatIsNotThere() {
    DeliveryId delivery = mill.delivers(proven, "DC-1", MONDAY, "40");
    days(THURSDAY, THURSDAY);
    ProcessInstance chase = chase();
    TaskView task = task("obtainProof");
    assertThat(FormFile.of("obtain-proof").missingIn(factsOf(task))).isEmpty();

    assertRefused("unbilled-chase.no-proof", () -> complete(task, Map.of(), Mill.SALES));
    assertRefused("task.other-group", () -> complete(task, Map.of(), Mill.ACCOUNTS));
    mill.proves(delivery);
    complete(task, Map.of(), Mill.SALES);

    assertThat(chase).hasPassed("confirmProof", "proofObtained").isEnded();
    assertThat(workflow.workDueJobs()).as("the proof's own news comes too late").isOne();
    assertThat(endings()).containsExactly(Ending.PROOF_OBTAINED);
    days(THURSDAY.plusDays(1), THURSDAY.plusDays(1));
    assertThat(chases.open()).as("now it is ready, and has its limit anew").isEmpty();
  }

  @Test
  void theProofThatComesByItselfEndsTheTaskInAJob() {
    DeliveryId delivery = mill.delivers(proven, "DC-1", MONDAY, "40");
    days(THURSDAY, THURSDAY);
    ProcessInstance chase = chase();

    mill.proves(delivery);
    assertThat(chase).as("not in the transaction of the proof").isWaitingAt("obtainProof");
    workflow.workDueJobs();

    assertThat(chase).hasPassed("proofCame").isEnded();
    assertThat(ended("unbilled-wake")).contains("chasesToldOfChange");
    assertThat(endings()).containsExactly(Ending.PROOF_OBTAINED);
  }

  @Test
  void anExplanationKeepsItQuietUntilItsDayAndThenItIsAskedAgain() throws Exception {
    DeliveryId delivery = mill.delivers(plain, "DC-1", MONDAY, "UNKNOWN-1", "40");
    days(MONDAY.plusDays(1), MONDAY.plusDays(2));
    ProcessInstance chase = chase();
    TaskView task = task("explainUnbilled");
    LocalDate until = MONDAY.plusDays(15);

    assertRefused("answer.missing", () -> complete(task, Map.of("until", until), Mill.SALES));
    assertRefused(
        "unbilled-chase.not-later", () -> complete(task, said(MONDAY.plusDays(2)), Mill.SALES));
    assertRefused(
        "unbilled-chase.too-far", () -> complete(task, said(MONDAY.plusYears(2)), Mill.SALES));
    complete(task, said(until), Mill.SALES);

    assertThat(chase).hasPassed("recordExplanation", "explained").isEnded();
    assertThat(explanations.last(List.of(root()), until).values())
        .singleElement()
        .satisfies(
            said -> {
              assertThat(said.reason()).isEqualTo("The price is being agreed");
              assertThat(said.by()).isEqualTo("sunil");
              assertThat(said.until()).isEqualTo(until);
              assertThat(said.on()).isEqualTo(MONDAY.plusDays(2));
            });
    everybodyReads("The price is being agreed", "Explained", "sunil");
    assertThat(acts()).contains("unbilled.explained");
    days(MONDAY.plusDays(3), until);
    assertThat(chases.open()).isEmpty();
    days(until.plusDays(1), until.plusDays(1));
    assertThat(chases.open().values())
        .singleElement()
        .satisfies(again -> assertThat(again.item().delivery()).isEqualTo(delivery.value()));
    assertThat(FormFile.of("explain-unbilled").missingIn(factsOf(task("explainUnbilled"))))
        .isEmpty();
  }

  @Test
  void afterItsTimeTheManagerIsAskedToo() {
    mill.delivers(proven, "DC-1", MONDAY, "40");
    days(THURSDAY, ESCALATION.minusDays(1));
    assertThat(chase()).isWaitingAtExactly("obtainProof");

    days(ESCALATION, ESCALATION);
    ProcessInstance chase = chase();
    assertThat(chase).hasPassed("noteEscalation").isWaitingAt("obtainProof", "decideUnbilled");
    TaskView decision = task("decideUnbilled");
    assertRefused("task.other-group", () -> tasks.claim(decision.id(), Mill.SALES));
    tasks.claim(decision.id(), MEERA);
    assertRefused("answer.missing", () -> complete(decision, said(ESCALATION), MEERA));
    assertThat(FormFile.of("decide-unbilled").missingIn(factsOf(decision))).isEmpty();
    LocalDate again = ESCALATION.plusDays(4);
    complete(decision, decided("ask-again", again), MEERA);

    assertThat(chase).isWaitingAt("obtainProof", "newTimePasses");
    assertThat(task("obtainProof").priority()).isEqualTo(95);
    assertThat(memos.about(chase.getBusinessKey()))
        .singleElement()
        .satisfies(
            memo -> {
              assertThat(memo.recipient()).isEqualTo("sunil");
              assertThat(memo.text()).contains("The price is being agreed");
            });

    days(ESCALATION.plusDays(1), again.plusDays(1));
    assertThat(chase).isWaitingAt("obtainProof", "decideUnbilled");
    tasks.claim(task("decideUnbilled").id(), MEERA);
    complete(task("decideUnbilled"), decided("accept", again.plusDays(30)), MEERA);
    assertThat(chase).hasPassed("accepted").isEnded();
    assertThat(endings()).containsExactly(Ending.ACCEPTED);
    days(again.plusDays(2), again.plusDays(2));
    assertThat(chases.open()).isEmpty();
  }

  @Test
  void theManagerHandsAChaseOnWhoeverIsAskedThenHasTheTask() throws Exception {
    mill.delivers(proven, "DC-1", MONDAY, "40");
    days(THURSDAY, THURSDAY);
    String id = chase().getBusinessKey();
    String path = "/api/unbilled/chases/" + id + "/handover";
    String toOmar = "{\"owner\": \"omar\", \"reason\": \"He drove there\"}";

    assertThat(handsOn(path, toOmar, "sunil", "SALES")).isEqualTo(403);
    assertThat(handsOn(path, toOmar.replace("omar", "meera"), "meera", "MANAGER")).isEqualTo(409);
    assertThat(handsOn(path, toOmar, "meera", "MANAGER")).isEqualTo(200);
    assertThat(handsOn(path, toOmar, "meera", "MANAGER")).as("a double click").isEqualTo(409);

    TaskView task = task("obtainProof");
    assertThat(task.assignee()).isEqualTo("omar");
    assertThat(task.groups()).containsExactly("operations");
    assertThat(engineTasks.getVariablesLocal(task.id().value()))
        .containsEntry("amount", "INR 10,000.00");
    assertRefused("task.other-group", () -> complete(task, Map.of(), Mill.SALES));
    assertThat(memos.about(id)).singleElement().extracting(m -> m.recipient()).isEqualTo("omar");
    assertThat(read("/unbilled?mine=true", "omar")).contains("Handed on from sunil to omar");
    assertThat(read("/api/unbilled/" + root() + "/explanations", "omar")).contains("HANDED_ON");
    assertThat(acts()).contains("unbilled.handed-on");

    days(THURSDAY.plusDays(1), ESCALATION);
    TaskView decision = task("decideUnbilled");
    assertThat(FormFile.of("decide-unbilled").missingIn(factsOf(decision))).isEmpty();
    tasks.claim(decision.id(), MEERA);
    LocalDate until = ESCALATION.plusDays(4);
    assertRefused("answer.missing", () -> complete(decision, decided("hand-on", until), MEERA));
    Map<String, Object> back = new HashMap<>(decided("hand-on", until));
    back.put("newOwner", "sunil");
    complete(decision, back, MEERA);

    assertThat(chase()).isWaitingAt("obtainProof", "newTimePasses");
    assertThat(task("obtainProof").assignee()).isEqualTo("sunil");
    assertThat(task("obtainProof").groups()).containsExactly("sales");
    assertThat(chases.open().values())
        .singleElement()
        .extracting(c -> c.owner())
        .isEqualTo("sunil");
    days(ESCALATION.plusDays(1), until.plusDays(1));
    assertThat(chase()).isWaitingAt("obtainProof", "decideUnbilled");
  }

  /**
   * The one has the task and wants the chase, the other had the chase and wanted the task: until
   * both begin with the task.
   */
  @Test
  void whoeverCompletesATaskAndWhateverEndsItsChaseNeverWaitForEachOther() throws Exception {
    DeliveryId delivery = mill.delivers(proven, "DC-1", MONDAY, "40");
    days(THURSDAY, THURSDAY);
    mill.proves(delivery);
    TaskView task = task("obtainProof");
    Books books = Books.current();
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> work = new ArrayList<>();
      transaction.executeWithoutResult(
          status -> {
            jdbc.sql("select id from unbilled.chase for update").query(UUID.class).list();
            work.add(both.submit(() -> books.within(() -> workflow.workDueJobs())));
            untilWaiting(1);
            work.add(both.submit(() -> books.within(() -> completed(task))));
            untilWaiting(2);
          });
      for (Future<?> each : work) {
        each.get(30, TimeUnit.SECONDS);
      }
    } finally {
      both.shutdownNow();
    }
    assertThat(endings()).containsExactly(Ending.PROOF_OBTAINED);
    assertThat(engineTasks.createTaskQuery().count()).isZero();
  }

  /** Completes the task, unless the job was faster. */
  private boolean completed(TaskView task) {
    try {
      complete(task, Map.of(), Mill.SALES);
      return true;
    } catch (RuleViolation tooLate) {
      assertThat(tooLate.code()).isEqualTo("task.already-done");
      return false;
    }
  }

  private void untilWaiting(int many) {
    do {
      // within a transaction it would stay as it was first seen
      jdbc.sql("select pg_stat_clear_snapshot()::text").query(String.class).optional();
    } while (jdbc.sql(
                "select count(*) from pg_stat_activity"
                    + " where datname = current_database() and wait_event_type = 'Lock'")
            .query(Integer.class)
            .single()
        < many);
  }

  private int handsOn(String path, String body, String person, String role) throws Exception {
    return mvc.perform(
            post(path)
                .content(body)
                .contentType(MediaType.APPLICATION_JSON)
                .with(csrf())
                .with(user(person).roles(role)))
        .andReturn()
        .getResponse()
        .getStatus();
  }

  @Test
  void anUnexplainedItemGoesToTheManagerAsWell() {
    mill.delivers(plain, "DC-1", MONDAY, "UNKNOWN-1", "40");
    days(MONDAY.plusDays(2), MONDAY.plusDays(9));
    assertThat(chase()).isWaitingAt("explainUnbilled", "decideUnbilled");
    complete(task("explainUnbilled"), said(MONDAY.plusDays(30)), Mill.SALES);
    assertThat(engineTasks.createTaskQuery().count()).isZero();
  }

  @Test
  void itEndsWhenASubmittedInvoiceTakesItAndNotWithADraft() {
    mill.delivers(plain, "DC-1", MONDAY, "40");
    LocalDate late = MONDAY.plusDays(14);
    days(late, late);
    ProcessInstance chase = chase();
    assertThat(chase).isWaitingAtExactly("explainUnbilled");

    InvoiceId draft = Objects.requireNonNull(mill.bills(late).drafts().get(0).id());
    workflow.workDueJobs();
    assertThat(chase).isWaitingAt("explainUnbilled");

    mill.submits(draft, Mill.CLERK);
    workflow.workDueJobs();
    assertThat(chase).hasPassed("chaseOver").isEnded();
    assertThat(endings()).containsExactly(Ending.BILLED);
  }

  @Test
  void itEndsWhenEverythingCameBack() {
    DeliveryId delivery = mill.delivers(proven, "DC-1", MONDAY, "40");
    days(THURSDAY, THURSDAY);
    ProcessInstance chase = chase();

    mill.takesBack(delivery, "10", THURSDAY);
    workflow.workDueJobs();
    assertThat(chase).isWaitingAt("obtainProof");
    mill.takesBack(delivery, "30", THURSDAY);
    workflow.workDueJobs();

    assertThat(chase).isEnded();
    assertThat(endings()).containsExactly(Ending.RETURNED);
  }

  @Test
  void aDraftHasALimitOfItsOwnSoTheDayAfterNobodyIsAsked() {
    mill.delivers(plain, "DC-1", MONDAY, "40");
    LocalDate late = MONDAY.plusDays(14);
    days(late, late);
    mill.bills(late);
    days(late.plusDays(1), late.plusDays(1));
    assertThat(chases.open()).isEmpty();
    assertThat(endings()).containsExactly(Ending.OVERTAKEN);

    days(late.plusDays(2), late.plusDays(8));
    assertThat(chases.open().values())
        .singleElement()
        .satisfies(again -> assertThat(again.item().why()).contains("draft"));
  }

  @Test
  void aSmallValueIsNotChasedAndAnUnknownOwnerIsBilling() {
    mill.delivers(proven, "DC-1", MONDAY, "3");
    identities.remove("sunil");
    mill.delivers(proven, "DC-2", MONDAY, "40");
    days(THURSDAY, THURSDAY);

    assertThat(chases.open().values())
        .singleElement()
        .satisfies(
            chase -> {
              assertThat(chase.item().deliveryNumber()).isEqualTo("DC-2");
              assertThat(chase.owner()).isNull();
              assertThat(chase.groups()).containsExactly("billing");
            });
    assertThat(task("obtainProof").assignee()).isNull();
  }

  /** On the page, in its owner's own view, in its files and in the API. */
  private void everybodyReads(String... words) throws Exception {
    assertThat(read("/unbilled", "omar")).contains(words);
    assertThat(read("/unbilled?mine=true", "sunil")).contains(words);
    assertThat(read("/unbilled?mine=true", "omar")).doesNotContain(words[0]);
    assertThat(read("/unbilled?format=csv", "omar")).contains(words);
    assertThat(read("/unbilled?causes.format=csv&causes.sort=-value", "omar")).contains("Price");
    assertThat(read("/unbilled?ages.format=csv", "omar")).contains("up to 7 days");
    assertThat(read("/unbilled?months.format=csv", "omar")).contains("2026-03-04");
    assertThat(read("/api/unbilled?mine=true", "sunil")).contains(words[0], "EXPLAINED");
    assertThat(read("/api/unbilled/summary", "omar")).contains("PRICE_MISSING", "OLDER");
    assertThat(read("/api/unbilled/" + root() + "/explanations", "omar")).contains(words[0]);
  }

  private String read(String path, String person) throws Exception {
    return mvc.perform(get(path).with(user(person).roles("SALES")))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  private List<String> acts() {
    return jdbc.sql("select act from audit.act").query(String.class).list();
  }

  private void days(LocalDate from, LocalDate until) {
    for (LocalDate day = from; !day.isAfter(until); day = day.plusDays(1)) {
      time.replayDay(day);
      turn.turn(day, Actor.SYSTEM);
      for (Job due :
          management.createJobQuery().timers().duedateLowerThan(Date.from(time.instant())).list()) {
        management.executeJob(due.getId());
      }
    }
  }

  private ProcessInstance chase() {
    return runtime
        .createProcessInstanceQuery()
        .processDefinitionKey(ChaseRound.PROCESS)
        .singleResult();
  }

  private UUID root() {
    return explanationRoots().get(0);
  }

  private List<UUID> explanationRoots() {
    return history
        .createHistoricProcessInstanceQuery()
        .processDefinitionKey(ChaseRound.PROCESS)
        .list()
        .stream()
        .map(each -> chases.view(ChaseId.of(each.getBusinessKey())).item().root())
        .toList();
  }

  private List<Ending> endings() {
    return history
        .createHistoricProcessInstanceQuery()
        .processDefinitionKey(ChaseRound.PROCESS)
        .list()
        .stream()
        .map(each -> chases.view(ChaseId.of(each.getBusinessKey())).endedAs())
        .filter(Objects::nonNull)
        .toList();
  }

  private List<String> ended(String process) {
    return history
        .createHistoricActivityInstanceQuery()
        .activityType("noneEndEvent")
        .list()
        .stream()
        .filter(each -> each.getProcessDefinitionKey().equals(process))
        .map(each -> each.getActivityId())
        .toList();
  }

  private TaskView task(String key) {
    return tasks.waiting(key, 2).get(0);
  }

  private Map<String, Object> factsOf(TaskView task) {
    return tasks.view(task.id()).facts();
  }

  private void complete(TaskView task, Map<String, Object> answer, Actor by) {
    tasks.complete(task.id(), new Answer(answer), by);
  }

  private static ChaseView again(ChaseView chase) {
    return new ChaseView(
        ChaseId.next(),
        chase.item(),
        chase.asks(),
        chase.owner(),
        chase.groups(),
        chase.openedOn(),
        chase.escalateOn(),
        null,
        null,
        null,
        chase.seenOn(),
        chase.because(),
        chase.lateSince());
  }

  private static Map<String, Object> said(LocalDate until) {
    return Map.of("reason", "The price is being agreed", "until", until.toString());
  }

  private static Map<String, Object> decided(String decision, LocalDate until) {
    return Map.of(
        "decision", decision, "reason", "The price is being agreed", "until", until.toString());
  }

  private static void assertRefused(String code, ThrowingCallable act) {
    assertThatThrownBy(act).extracting("code").isEqualTo(code);
  }
}
