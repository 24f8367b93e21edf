package io.dunwell.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.dunwell.DunwellTest;
import io.dunwell.party.CustomerId;
import io.dunwell.receivables.ItemId;
import io.dunwell.shared.Actor;
import io.dunwell.workflow.Answer;
import io.dunwell.workflow.Tasks;
import io.dunwell.workflow.Workflow;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Days pass, and exactly these things happen. */
@DunwellTest
class CollectionCaseProcessTests {

  private static final LocalDate DUE = Story.DUE;

  @Autowired Story story;
  @Autowired DailyRuns runs;
  @Autowired Cases cases;
  @Autowired OpenTasks cards;
  @Autowired Escalations escalations;
  @Autowired Clock clock;
  @Autowired Workflow workflow;
  @Autowired ProcessEngine engine;
  @Autowired RuntimeService runtime;
  @Autowired HistoryService history;
  @Autowired TaskService tasks;
  @Autowired Tasks people;

  @BeforeEach
  void useTheEngine() {
    AbstractAssertions.init(engine);
  }

  @Test
  void standsVisiblyAtEachRungOfTheLadder() {
    story.invoice(story.customer("C1"), "A", "100.00", DUE);
    story.daysPass(DUE, DUE.plusDays(3));
    ProcessInstance chase = chase();

    assertThat(chase).hasPassed("sendReminder").isWaitingAt("waitAfterReminder");
    story.daysPass(DUE.plusDays(4), DUE.plusDays(10));
    assertThat(chase).hasPassed("sendSecondReminder").isWaitingAt("waitAfterSecondReminder");
    story.daysPass(DUE.plusDays(11), DUE.plusDays(17));
    assertThat(chase).hasPassed("requestCall").isWaitingAt("waitAfterCall", "callCustomer");
    story.daysPass(DUE.plusDays(18), DUE.plusDays(30));
    assertThat(chase).hasPassed("sendFinalNotice");
    assertThat(chase).isWaitingAt("waitAfterFinalNotice", "callCustomer");
    story.daysPass(DUE.plusDays(31), DUE.plusDays(60));
    assertThat(chase).hasPassed("escalateToManagement").hasNotPassed("referToLegal");
    assertThat(chase).isWaitingAt("waitAfterEscalation", "callCustomer", "decideEscalation");

    escalations.apply(
        caseId(),
        new EscalationDecision(Answer.of("decision", "CONTINUE")),
        DUE.plusDays(60),
        new Actor("manager"));
    story.daysPass(DUE.plusDays(61), DUE.plusDays(61));

    assertThat(chase).hasPassed("referToLegal");
    assertThat(chase).isWaitingAt("waitAfterLegalReferral", "prepareLegalReferral");
  }

  @Test
  void aTaskHasGroupPriorityDueDateAndWhatItsCardShows() {
    story.invoice(story.customer("C1"), "A", "100.00", DUE);
    story.daysPass(DUE, DUE.plusDays(17));

    Task call = tasks.createTaskQuery().taskDefinitionKey("callCustomer").singleResult();

    assertThat(call).hasCandidateGroup("collector");
    assertThat(call.getPriority()).isEqualTo(31);
    assertThat(call.getDueDate()).isNotNull();
    assertThat(tasks.getVariablesLocal(call.getId()))
        .as("on the task itself, where its group may read it")
        .containsEntry("customerName", "Customer C1")
        .containsEntry("amount", "EUR 100.00")
        .containsEntry("daysOverdue", 17);
  }

  @Test
  void aSecondCallJoinsTheOneThatIsOpen() {
    CustomerId customer = story.customer("C1");
    story.invoice(customer, "A", "100.00", DUE);
    story.invoice(customer, "B", "5000.00", DUE.plusDays(10));
    story.daysPass(DUE, DUE.plusDays(20));
    String first = call().getId();

    story.daysPass(DUE.plusDays(21), DUE.plusDays(27));
    cards.refresh(DUE.plusDays(27));

    assertThat(chase()).hasPassed("callAdded");
    assertThat(timesPassed("requestCall")).isEqualTo(2);
    assertThat(call().getId()).isEqualTo(first);
    assertThat(call().getPriority()).isEqualTo(51);
    assertThat(tasks.getVariablesLocal(first))
        .containsEntry("amount", "EUR 5,100.00")
        .containsEntry("daysOverdue", 27);
  }

  @Test
  void aSecondEscalationJoinsTheDecisionThatIsOpenAndSoDoesASecondReferral() {
    CustomerId customer = story.customer("C1");
    story.invoice(customer, "A", "100.00", DUE);
    story.invoice(customer, "B", "5000.00", DUE.plusDays(10));
    story.daysPass(DUE, DUE.plusDays(56));

    assertThat(chase()).hasPassed("decisionAdded");
    assertThat(timesPassed("escalateToManagement")).isEqualTo(2);
    assertThat(tasks.createTaskQuery().taskDefinitionKey("decideEscalation").count()).isOne();

    answer("decideEscalation", Map.of("decision", "continue"));
    story.daysPass(DUE.plusDays(57), DUE.plusDays(72));

    assertThat(chase()).hasPassed("dossierAdded");
    assertThat(timesPassed("referToLegal")).isEqualTo(2);
    assertThat(tasks.createTaskQuery().taskDefinitionKey("prepareLegalReferral").count()).isOne();
  }

  @Test
  void theCardsOfOpenTasksGrowOlderWithTheirAccounts() {
    CustomerId customer = story.customer("C1");
    ItemId item = story.invoice(customer, "A", "1000.00", DUE);
    story.daysPass(DUE, DUE.plusDays(17));
    story.pays(customer, item, "900.00", DUE.plusDays(18));

    cards.refresh(DUE.plusDays(20));

    assertThat(call().getPriority()).isEqualTo(32);
    assertThat(tasks.getVariablesLocal(call().getId()))
        .containsEntry("amount", "EUR 100.00")
        .containsEntry("daysOverdue", 20);
  }

  @Test
  void theProcessKeepsNothingButTheStep() {
    story.invoice(story.customer("C1"), "A", "100.00", DUE);
    story.daysPass(DUE, DUE.plusDays(3));

    assertThat(runtime.getVariables(chase().getId())).containsOnlyKeys("step");
  }

  @Test
  void moneyEndsTheCaseByAJobAndTakesItsOpenTasksAlong() {
    CustomerId customer = story.customer("C1");
    ItemId item = story.invoice(customer, "A", "100.00", DUE);
    story.daysPass(DUE, DUE.plusDays(17));
    ProcessInstance chase = chase();

    story.pays(customer, item, "100.00", DUE.plusDays(18));
    assertThat(chase).isNotEnded();
    workflow.workDueJobs();

    assertThat(chase).isEnded().hasPassed("balanceCleared", "closeCase", "caseCleared");
    assertThat(tasks.createTaskQuery().count()).isZero();
    assertThat(cases.count(true, null)).isZero();
    assertThat(ended("case-wake")).contains("caseToldOfChange");
  }

  @Test
  void theDailyRunEndsWhatNobodyToldOf() {
    CustomerId customer = story.customer("C1");
    ItemId item = story.invoice(customer, "A", "100.00", DUE);
    story.daysPass(DUE, DUE.plusDays(3));
    ProcessInstance chase = chase();
    story.pays(customer, item, "100.00", DUE.plusDays(4));

    runs.runNow(DUE.plusDays(4), Actor.SYSTEM);
    workflow.workDueJobs();

    assertThat(chase).isEnded().hasPassed("caseCleared");
  }

  @Test
  void aCaseThatIsWokenWithoutReasonPausesAndOneThatIsSettledEnds() {
    CustomerId customer = story.customer("C1");
    LocalDate today = LocalDate.now(clock);
    ItemId item = story.invoice(customer, "A", "100.00", today.minusDays(3));
    runs.runNow(today, Actor.SYSTEM);
    ProcessInstance chase = chase();

    workflow.tell("nextStepDue", Set.of(caseId().toString()));
    assertThat(chase).isWaitingAt("waitInPause");

    story.pays(customer, item, "100.00", today);
    workflow.tell("nextStepDue", Set.of(caseId().toString()));
    assertThat(chase).isEnded().hasPassed("closeSettledCase", "caseSettled");
  }

  @Test
  void withoutAnAddressAPersonCompletesTheContactAndNoLevelIsClimbed() {
    story.customerWithoutAddress("C1");
    story.invoice(story.idOf("C1"), "A", "100.00", DUE);

    for (int day = 3; day <= 5; day++) {
      runs.run(DUE.plusDays(day), false, Actor.SYSTEM, false, true);
    }

    ProcessInstance chase = chase();
    assertThat(chase).isWaitingAt("waitForContact", "completeContact");
    assertThat(tasks.createTaskQuery().count()).isOne();
    story.correctsAddress("C1");
    runs.run(DUE.plusDays(6), false, Actor.SYSTEM, false, true);
    assertThat(chase).hasPassed("contactMissingOver");
    assertThat(chase).isWaitingAt("waitAfterReminder", "completeContact");
  }

  @Test
  void aCourtesyNoteIsAStageOfItsOwn() {
    story.policyWithCourtesy();
    story.invoice(story.customer("C1"), "A", "100.00", DUE);

    story.daysPass(DUE.minusDays(6), DUE.minusDays(5));
    assertThat(chase()).hasPassed("sendCourtesyNote").isWaitingAt("waitAfterCourtesyNote");
    story.daysPass(DUE.minusDays(4), DUE.plusDays(3));
    assertThat(chase()).hasPassed("courtesyNoteOver").isWaitingAt("waitAfterReminder");
  }

  @Test
  void chunksOfARunAreJobsOfTheEngine() {
    story.invoice(story.customer("C1"), "A", "100.00", DUE);

    runs.run(DUE.plusDays(3), false, Actor.SYSTEM, true, false);
    workflow.workDueJobs();

    assertThat(ended("daily-run-chunk")).containsExactly("chunkWorked");
    assertThat(chase()).isWaitingAt("waitAfterReminder");
  }

  private Task call() {
    return Objects.requireNonNull(
        tasks.createTaskQuery().taskDefinitionKey("callCustomer").singleResult());
  }

  private long timesPassed(String activity) {
    return history.createHistoricActivityInstanceQuery().activityId(activity).finished().count();
  }

  @Test
  void peopleAnswerAndEachAnswerEndsItsTaskWhileTheChaseGoesOn() {
    LocalDate today = LocalDate.now(clock);
    LocalDate due = today.minusDays(45);
    story.invoice(story.customer("C1"), "A", "100.00", due);
    story.daysPass(due, today);
    ProcessInstance chase = chase();
    assertThat(ended("collection-case"))
        .containsExactlyInAnyOrder(
            "reminderOver", "secondReminderOver", "callOver", "finalNoticeOver");

    answer("callCustomer", Map.of("outcome", "no-answer"));
    assertThat(chase).hasPassed("recordCall", "callRecorded");
    assertThat(chase).isWaitingAt("waitAfterEscalation", "decideEscalation");

    answer("decideEscalation", Map.of("decision", "continue"));
    assertThat(chase).hasPassed("applyEscalationDecision", "escalationDecided");
    story.daysPass(today.plusDays(1), today.plusDays(15));
    assertThat(chase).hasPassed("managementEscalationOver");
    assertThat(chase).isWaitingAt("waitAfterLegalReferral", "prepareLegalReferral");

    answer("prepareLegalReferral", Map.of("lawyer", "Rao & Partners"));
    assertThat(chase).hasPassed("recordLegalReferral", "legalReferralPrepared").isNotEnded();
    workflow.tell("nextStepDue", Set.of(caseId().toString()));
    assertThat(chase).hasPassed("legalReferralOver").isWaitingAt("waitInPause");
    workflow.tell("nextStepDue", Set.of(caseId().toString()));
    assertThat(chase).hasPassed("pauseOver").isWaitingAt("waitInPause");
    assertThat(ended("collection-case"))
        .containsExactlyInAnyOrder(
            "reminderOver",
            "secondReminderOver",
            "callOver",
            "finalNoticeOver",
            "callRecorded",
            "escalationDecided",
            "managementEscalationOver",
            "legalReferralPrepared",
            "legalReferralOver",
            "pauseOver");
  }

  @Test
  void aWrongContactIsCompletedAndTheCallEndsWithIt() {
    LocalDate today = LocalDate.now(clock);
    story.invoice(story.customer("C1"), "A", "100.00", today.minusDays(17));
    story.daysPass(today.minusDays(17), today);

    answer("callCustomer", Map.of("outcome", "wrong-contact", "note", "She left"));
    assertThat(chase()).hasNotPassed("callRecorded");
    assertThat(chase()).isWaitingAt("waitAfterCall", "completeContact");
    answer("completeContact", Map.of("email", "payables@c1.example"));

    assertThat(chase()).hasPassed("recordContact", "contactCompleted").isWaitingAt("waitAfterCall");
    assertThat(ended("collection-case"))
        .containsExactlyInAnyOrder("reminderOver", "secondReminderOver", "contactCompleted");
  }

  private void answer(String task, Map<String, Object> fields) {
    people.answer(people.waiting(task, 2).get(0).id(), new Answer(fields));
  }

  private List<String> ended(String process) {
    return history
        .createHistoricActivityInstanceQuery()
        .processDefinitionId(
            engine
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId())
        .activityType("noneEndEvent")
        .list()
        .stream()
        .map(HistoricActivityInstance::getActivityId)
        .toList();
  }

  private CaseId caseId() {
    return cases.list(null, null, 0, 1).get(0).id();
  }

  private ProcessInstance chase() {
    return Objects.requireNonNull(
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(caseId().toString(), "collection-case")
            .singleResult());
  }
}
