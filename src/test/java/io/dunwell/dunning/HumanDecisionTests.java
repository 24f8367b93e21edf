package io.dunwell.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dunwell.DunwellTest;
import io.dunwell.FormFile;
import io.dunwell.party.Contact;
import io.dunwell.party.ContactRole;
import io.dunwell.party.CustomerId;
import io.dunwell.party.Customers;
import io.dunwell.receivables.ItemId;
import io.dunwell.resolution.ContactOutcome;
import io.dunwell.resolution.ContactView;
import io.dunwell.resolution.Contacts;
import io.dunwell.resolution.Disputes;
import io.dunwell.resolution.FollowUpKind;
import io.dunwell.resolution.FollowUpView;
import io.dunwell.resolution.FollowUps;
import io.dunwell.resolution.HoldReason;
import io.dunwell.resolution.HoldView;
import io.dunwell.resolution.Holds;
import io.dunwell.resolution.NewHold;
import io.dunwell.resolution.PromiseState;
import io.dunwell.resolution.PromiseView;
import io.dunwell.resolution.Promises;
import io.dunwell.shared.RuleViolation;
import io.dunwell.workflow.Answer;
import io.dunwell.workflow.TaskView;
import io.dunwell.workflow.Tasks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people answer, and what follows from it on the days after. */
@DunwellTest
class HumanDecisionTests {

  @Autowired Story story;
  @Autowired Tasks tasks;
  @Autowired Holds holds;
  @Autowired Promises promises;
  @Autowired Disputes disputes;
  @Autowired Contacts contacts;
  @Autowired FollowUps followUps;
  @Autowired Customers customers;
  @Autowired JdbcClient jdbc;
  @Autowired Dossiers dossiers;
  @Autowired Clock clock;

  private LocalDate today = LocalDate.EPOCH;
  private CustomerId customer = new CustomerId(new UUID(0, 0));
  private ItemId item = new ItemId(new UUID(0, 0));

  @BeforeEach
  void somebodyWhoNeverAnswers() {
    today = LocalDate.now(clock);
    customer = story.customer("C1");
  }

  @Test
  void theCallTaskShowsWhatIsOpenAtThatMoment() {
    callIsDue();

    TaskView call = tasks.view(only("callCustomer").id());

    assertThat(call.groups()).containsExactly("collector");
    assertThat(call.priority()).isPositive();
    assertThat(call.dueAt()).isNotNull();
    assertThat(call.facts())
        .containsEntry("customerName", "Customer C1")
        .containsEntry("amount", "EUR 100.00")
        .containsEntry("daysOverdue", 17)
        .containsKeys("items", "letters", "contacts", "promiseText", "itemChoices");
    assertThat(rows(call, "items"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("number", "A").containsEntry("level", 3));
    assertThat(rows(call, "letters"))
        .extracting(row -> row.get("step"))
        .containsExactly("call", "second reminder", "reminder");
  }

  @Test
  void aPromiseStopsTheChaseUntilItIsBrokenAndTheCollectorIsTold() {
    callIsDue();
    LocalDate payBy = today.plusDays(12);

    answerCall(Map.of("outcome", "promise", "payBy", payBy.toString(), "note", "After the fair"));

    assertThat(noTask("callCustomer")).isTrue();
    assertThat(promise().state()).isEqualTo(PromiseState.OPEN);
    story.daysPass(today.plusDays(1), today.plusDays(15));
    assertThat(acts()).doesNotContain("FINAL_NOTICE");
    story.daysPass(today.plusDays(16), today.plusDays(16));
    assertThat(promise().state()).isEqualTo(PromiseState.BROKEN);
    assertThat(acts()).contains("FINAL_NOTICE");
    assertThat(followUps.due(today.plusDays(16), 10))
        .extracting(FollowUpView::kind)
        .containsExactly(FollowUpKind.PROMISE_BROKEN);
  }

  @Test
  void anAnswerThatCannotBeAppliedLeavesTheTaskOpen() {
    callIsDue();

    refuses("callCustomer", Map.of(), "answer.missing");
    refuses("callCustomer", Map.of("outcome", "promise"), "answer.missing");
    refuses("callCustomer", Map.of("outcome", "promise", "payBy", "soon"), "answer.not-a-day");
    refuses(
        "callCustomer",
        Map.of("outcome", "promise", "payBy", today.minusDays(1).toString()),
        "promise.in-the-past");
    refuses(
        "callCustomer",
        Map.of("outcome", "dispute", "claim", "No", "department", "sales", "disputedItem", "Z"),
        "dispute.item-not-open");

    assertThat(only("callCustomer").assignee()).isNull();
    assertThat(contacts.ofCustomer(customer)).isEmpty();
  }

  @Test
  void aDisputeStopsTheChaseOfItsInvoice() {
    callIsDue();

    answerCall(
        Map.of(
            "outcome", "dispute",
            "disputedItem", "A",
            "department", "operations",
            "claim", "Half of it never came"));

    assertThat(disputes.ofCustomer(customer))
        .singleElement()
        .satisfies(dispute -> assertThat(dispute.item()).isEqualTo(item));
    story.daysPass(today.plusDays(1), today.plusDays(20));
    assertThat(acts()).doesNotContain("FINAL_NOTICE");
  }

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void aRefusalInsideTheEngineIsNoErrorInTheLog(CapturedOutput output) {
    callIsDue();

    refuses(
        "callCustomer",
        Map.of("outcome", "promise", "payBy", today.plusYears(5).toString()),
        "promise.too-far");

    assertThat(output.getAll()).doesNotContain("ENGINE-16004").doesNotContain("RuleViolation");
  }

  @Test
  void aWrongContactIsCompletedByTheCollector() {
    callIsDue();
    answerCall(Map.of("outcome", "wrong-contact", "note", "She left the company"));

    refuses("completeContact", Map.of("email", "nowhere"), "contact.not-an-address");
    tasks.answer(
        only("completeContact").id(),
        new Answer(
            Map.of(
                "email", "payables@c1.example",
                "person", "Ms Rao",
                "phone", "+91 98 7654 3210",
                "role", "management")));

    assertThat(customers.view(customer).email()).contains("payables@c1.example");
    assertThat(customers.view(customer).contact(ContactRole.MANAGEMENT))
        .contains(
            new Contact(
                ContactRole.MANAGEMENT, "Ms Rao", "payables@c1.example", "+91 98 7654 3210", null));
    assertThat(noTask("completeContact")).isTrue();
    assertThat(contacts.ofCustomer(customer))
        .extracting(ContactView::outcome)
        .containsExactly(ContactOutcome.OTHER, ContactOutcome.WRONG_CONTACT);
  }

  @Test
  void nobodyReachedIsLoggedAndTheLettersGoOn() {
    callIsDue();

    answerCall(Map.of("outcome", "no-answer", "nextCallOn", today.plusDays(2).toString()));

    story.daysPass(today.plusDays(1), today.plusDays(13));
    assertThat(acts()).contains("FINAL_NOTICE");
    assertThat(followUps.due(today.plusDays(2), 10))
        .extracting(FollowUpView::kind)
        .containsExactly(FollowUpKind.CALL_AGAIN);
  }

  @Test
  void anOpenCallTaskStopsNoLetter() {
    callIsDue();

    story.daysPass(today.plusDays(1), today.plusDays(13));

    assertThat(acts()).contains("FINAL_NOTICE");
    assertThat(only("callCustomer")).isNotNull();
  }

  @Test
  void onlyTheManagersDecisionLeadsToLegal() {
    escalationIsDue();
    story.daysPass(today.plusDays(1), today.plusDays(20));
    assertThat(acts()).doesNotContain("LEGAL_REFERRAL");

    tasks.answer(only("decideEscalation").id(), Answer.of("decision", "continue"));
    story.daysPass(today.plusDays(21), today.plusDays(21));

    assertThat(acts()).contains("LEGAL_REFERRAL");
    TaskView referral = tasks.view(only("prepareLegalReferral").id());
    assertThat(referral.groups()).containsExactly("legal");
    assertThat(referral.facts())
        .containsEntry("dossierLink", "/api/dossiers/" + referral.businessKey())
        .containsEntry("decidedBy", "system");
    refuses("prepareLegalReferral", Map.of(), "answer.missing");
    tasks.answer(referral.id(), Answer.of("lawyer", "Rao & Partners"));
    assertThat(contacts.ofCustomer(customer).get(0).note()).contains("Rao & Partners");
  }

  @Test
  void aPauseHoldsTheAccountUntilItsLastDay() {
    escalationIsDue();
    refuses("decideEscalation", Map.of("decision", "pause"), "answer.missing");
    refuses(
        "decideEscalation",
        Map.of("decision", "pause", "pauseUntil", today.plusDays(9).toString()),
        "answer.missing");

    tasks.answer(
        only("decideEscalation").id(),
        new Answer(
            Map.of(
                "decision", "pause",
                "pauseUntil", today.plusDays(9).toString(),
                "reason", "Board meets on the 8th")));

    HoldView hold = holds.ofCustomer(customer).get(0);
    assertThat(hold.reason()).isEqualTo(HoldReason.MANAGER);
    assertThat(hold.until()).isEqualTo(today.plusDays(9));
    assertThat(hold.why()).isEqualTo("Board meets on the 8th");
  }

  @Test
  void aWriteOffIsProposedAndChangesNoBalance() {
    escalationIsDue();
    refuses(
        "decideEscalation",
        Map.of("decision", "write-off", "writeOffAmount", "100.01", "reason", "Gone"),
        "write-off.too-high");

    tasks.answer(
        only("decideEscalation").id(),
        new Answer(Map.of("decision", "write-off", "reason", "The company is gone")));

    assertThat(
            jdbc.sql("select amount || ' ' || reason from resolution.v_write_off_proposal")
                .query(String.class)
                .list())
        .containsExactly("100.0000 The company is gone");
    assertThat(
            jdbc.sql("select open from receivables.v_open_item where id = ?")
                .param(item.value())
                .query(BigDecimal.class)
                .single())
        .isEqualByComparingTo("100");
  }

  @Test
  void aHoldIsLiftedByTheManager() {
    escalationIsDue();
    var id =
        holds.place(
            NewHold.onItem(customer, item, HoldReason.MANAGER, "Wait for the fair", today),
            Story.CLERK);
    TaskView decision = tasks.view(only("decideEscalation").id());
    assertThat(rows(decision, "holdChoices"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("value", id.value().toString()));

    tasks.answer(
        decision.id(),
        new Answer(
            Map.of(
                "decision", "lift-hold",
                "hold", id.value().toString(),
                "reason", "The fair is over")));

    assertThat(holds.view(id).releasedOn()).isEqualTo(today);
  }

  @Test
  void theDossierHoldsWhatALawyerNeeds() throws IOException {
    callIsDue();
    answerCall(Map.of("outcome", "reached", "person", "Ms Rao", "note", "<b>Will see</b>"));
    CaseId id = CaseId.of(jdbc.sql("select id from dunning.v_case").query(String.class).single());

    Map<String, String> files = unzipped(dossiers.zip(id, Story.CLERK));

    assertThat(files.keySet())
        .contains(
            "00-index.html",
            "01-statement.html",
            "02-invoices.html",
            "03-interest.html",
            "04-contact-log.html",
            "05-letters.html",
            "letters/" + today.minusDays(14) + "-reminder.pdf");
    assertThat(files.get("01-statement.html")).contains("EUR 100.00", ">A<");
    assertThat(files.get("03-interest.html")).contains(">17<", ">0.56<", "in all: EUR 0.56");
    assertThat(files.get("04-contact-log.html")).contains("Ms Rao", "&lt;b&gt;Will see");
    assertThat(files.get("05-letters.html")).contains("RESERVED");
    assertThat(files.get("letters/" + today.minusDays(14) + "-reminder.pdf")).startsWith("%PDF");
  }

  @Test
  void theDossierGoesOnWhereChargedInterestEndedAtItsRate() throws IOException {
    story.policy(
        """
        {"levels": [{"level": 1, "threshold": 3,
                     "interest": {"annualPercent": "18", "dayCount": "ACT/360"}},
                    {"level": 2, "threshold": 100}]}""");
    story.invoice(customer, "A", "1000.00", today.minusDays(23));
    story.daysPass(today.minusDays(20), today);
    story.invoice(customer, "B", "2000.00", today.minusDays(2));
    CaseId id = CaseId.of(jdbc.sql("select id from dunning.v_case").query(String.class).single());

    String page = unzipped(dossiers.zip(id, Story.CLERK)).getOrDefault("03-interest.html", "");

    // A: charged for 3 days, 20 left; B: 2 days, by its policy
    assertThat(page).contains(">1.50<", "INTEREST-C1-", ">10.00<", ">2.00<", "in all: EUR 12.00");
    assertThat(page).contains(">ACT/360<").doesNotContain(">12<");
  }

  private static Map<String, String> unzipped(byte[] zip) throws IOException {
    Map<String, String> files = new HashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  @Test
  void everythingAFormShowsIsAmongItsFacts() {
    escalationIsDue();
    tasks.answer(only("decideEscalation").id(), Answer.of("decision", "continue"));
    story.daysPass(today.plusDays(1), today.plusDays(20));
    answerCall(Map.of("outcome", "wrong-contact"));

    assertThat(FormFile.of("complete-contact").missingIn(factsOf("completeContact"))).isEmpty();
    assertThat(FormFile.of("prepare-legal-referral").missingIn(factsOf("prepareLegalReferral")))
        .isEmpty();
  }

  @Test
  void everythingTheCallAndTheEscalationShowIsAmongTheirFacts() {
    escalationIsDue();

    assertThat(FormFile.of("call-customer").missingIn(factsOf("callCustomer"))).isEmpty();
    assertThat(FormFile.of("decide-escalation").missingIn(factsOf("decideEscalation"))).isEmpty();
  }

  private void callIsDue() {
    invoiceDueBefore(17);
  }

  private void escalationIsDue() {
    invoiceDueBefore(45);
  }

  private void invoiceDueBefore(int days) {
    LocalDate due = today.minusDays(days);
    item = story.invoice(customer, "A", "100.00", due);
    story.daysPass(due, today);
  }

  private void answerCall(Map<String, Object> fields) {
    tasks.answer(only("callCustomer").id(), new Answer(fields));
  }

  private void refuses(String task, Map<String, Object> fields, String code) {
    assertThatExceptionOfType(RuleViolation.class)
        .isThrownBy(() -> tasks.answer(only(task).id(), new Answer(fields)))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
  }

  private TaskView only(String key) {
    assertThat(tasks.waiting(key, 10)).as(key).hasSize(1);
    return tasks.waiting(key, 10).get(0);
  }

  private boolean noTask(String key) {
    return tasks.waiting(key, 10).isEmpty();
  }

  private Map<String, Object> factsOf(String task) {
    return tasks.view(only(task).id()).facts();
  }

  private PromiseView promise() {
    return promises.ofCustomer(customer).get(0);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> rows(TaskView task, String name) {
    return (List<Map<String, Object>>) Objects.requireNonNull(task.facts().get(name));
  }

  private List<String> acts() {
    return jdbc.sql("select step from dunning.v_notice order by acted_on")
        .query(String.class)
        .list();
  }
}
