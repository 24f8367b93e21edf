package io.dunwell.approval.process;

import static io.dunwell.approval.process.Submissions.ARUN;
import static io.dunwell.approval.process.Submissions.ASHA;
import static io.dunwell.approval.process.Submissions.BINA;
import static io.dunwell.approval.process.Submissions.OMAR;
import static io.dunwell.approval.process.Submissions.SUNIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.dunwell.DunwellTest;
import io.dunwell.access.Substitutions;
import io.dunwell.approval.Department;
import io.dunwell.correspondence.Memos;
import io.dunwell.correspondence.Memos.MemoView;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceStatus;
import io.dunwell.shared.Actor;
import io.dunwell.workflow.BusinessTime;
import io.dunwell.workflow.Deputies;
import io.dunwell.workflow.Group;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** A department that takes too long is reminded, then its lead takes over. */
@DunwellTest
class LateApprovalsTests {

  /** A Thursday. */
  private static final LocalDate THURSDAY = LocalDate.of(2026, 3, 5);

  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 9);

  @Autowired MockMvc mvc;
  @Autowired Submissions people;
  @Autowired Substitutions substitutions;
  @Autowired Deputies deputies;
  @Autowired Memos memos;
  @Autowired BusinessTime time;
  @Autowired ManagementService management;
  @Autowired HistoryService history;
  @Autowired io.dunwell.approval.Approvals approvals;

  private InvoiceId invoice = new InvoiceId(io.dunwell.shared.Ids.next());

  @BeforeEach
  void anInvoiceIsSubmittedOnAThursday() {
    time.replayDay(THURSDAY);
    people.people();
    invoice = people.submitted(people.customer("C-1"), "9000.00");
  }

  @Test
  void onTheSecondBusinessDayTheDepartmentIsRemindedByMailOnce() {
    dayBegins(THURSDAY.plusDays(1));
    dayBegins(THURSDAY.plusDays(2));
    assertThat(memos.about(invoice.toString())).isEmpty();

    dayBegins(MONDAY);
    assertThat(recipients())
        .as("everybody who may decide, the demo's people among them")
        .containsExactlyInAnyOrder("omar", "sunil", "operations", "sunil", "sales");
    assertThat(ended()).containsOnly("salesReminded", "operationsReminded");
    dayBegins(MONDAY.plusDays(1));
    assertThat(recipients()).hasSize(5);
    assertThat(memos.about(invoice.toString()))
        .allSatisfy(memo -> assertThat(memo.text()).contains("prepared by bina", "takes over on "));
  }

  @Test
  void whoeverClaimedItIsRemindedAlone() throws Exception {
    people.claims(people.task(invoice, Department.OPERATIONS), OMAR);
    people.approves(invoice, Department.SALES, SUNIL);
    dayBegins(MONDAY);
    assertThat(recipients()).containsExactly("omar");
    assertThat(read("/api/invoices/" + invoice + "/history").getContentAsString())
        .contains("\"memo\"", "waits in the outbox · to omar");
    assertThat(namesIn(read("/api/invoices/" + invoice + "/dossier").getContentAsByteArray()))
        .contains("memos/01-omar.txt");
  }

  private MockHttpServletResponse read(String path) throws Exception {
    return mvc.perform(get(path).with(user("aud").roles("AUDITOR"))).andReturn().getResponse();
  }

  private static List<String> namesIn(byte[] packed) throws IOException {
    List<String> names = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
      for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
        names.add(each.getName());
      }
    }
    return names;
  }

  @Test
  void onTheFourthBusinessDayTheLeadTakesOver() {
    substitutions.lead(Group.OPERATIONS, "omar", BINA);
    dayBegins(MONDAY.plusDays(2));

    var task = people.task(invoice, Department.OPERATIONS);
    assertThat(task.assignee()).isEqualTo("omar");
    assertThat(task.priority()).isEqualTo(90);
    assertThat(ended()).contains("operationsEscalated", "salesEscalated");
    people.approves(invoice, Department.OPERATIONS, OMAR);
  }

  @Test
  void whoStandsInForAStandInTakesOver() {
    LocalDate until = MONDAY.plusDays(9);
    substitutions.lead(Group.OPERATIONS, "omar", BINA);
    substitutions.plan("omar", "asha", THURSDAY, until, null, BINA);
    substitutions.plan("asha", "meera", MONDAY, until, null, BINA);
    assertThatThrownBy(() -> substitutions.plan("meera", "omar", until, until, null, BINA))
        .extracting("code")
        .isEqualTo("substitution.circle");
    substitutions.plan("meera", "omar", until.plusDays(1), until.plusDays(2), null, BINA);
    assertThat(deputies.leadOf(Group.OPERATIONS)).contains("asha");
    assertThat(deputies.groupsOf("meera")).doesNotContain(Group.OPERATIONS);

    dayBegins(MONDAY.plusDays(2));
    assertThat(people.task(invoice, Department.OPERATIONS).assignee()).isEqualTo("meera");
    assertThat(deputies.present(Group.OPERATIONS)).contains("meera").doesNotContain("omar", "asha");
    assertThat(deputies.groupsOf("meera")).contains(Group.OPERATIONS, Group.ACCOUNTS);
    assertThat(deputies.inPlaceOf("meera", Group.OPERATIONS)).contains("omar");
    assertThat(deputies.groupsOf("sunil")).doesNotContain(Group.ACCOUNTS);
  }

  @Test
  void withoutALeadManagementIsToldAndTheTaskIsAnybodysAgain() {
    people.claims(people.task(invoice, Department.OPERATIONS), OMAR);
    dayBegins(MONDAY.plusDays(2));

    assertThat(people.task(invoice, Department.OPERATIONS).assignee()).isNull();
    assertThat(memos.about(invoice.toString()))
        .filteredOn(memo -> memo.recipient().equals("meera"))
        .isNotEmpty()
        .allSatisfy(memo -> assertThat(memo.text()).contains("no lead", "Substitutions"));
  }

  @Test
  void everyStageHasItsLimits() {
    InvoiceId large = people.submitted(people.customer("C-2"), "600000.00");
    people.approves(large, Department.SALES, SUNIL);
    people.approves(large, Department.OPERATIONS, OMAR);
    dayBegins(MONDAY.plusDays(2));
    people.approves(large, Department.ACCOUNTS, ASHA);
    dayBegins(MONDAY.plusDays(30));

    assertThat(ended())
        .contains(
            "accountsReminded",
            "accountsEscalated",
            "secondAccountsReminded",
            "secondAccountsEscalated",
            "managementReminded",
            "managementEscalated");
  }

  @Test
  void whoeverStandsInSeesRemindersAndDecides() {
    people.person("lena", Group.LEGAL);
    substitutions.plan("omar", "lena", THURSDAY, MONDAY, "Holiday", BINA);
    dayBegins(MONDAY);
    assertThat(recipients()).contains("lena").doesNotContain("omar");

    people.approves(invoice, Department.OPERATIONS, new Actor("lena"));
    assertThat(approvals.verdicts(invoice))
        .last()
        .satisfies(v -> assertThat(v.by()).isEqualTo("lena"));
  }

  @Test
  void onceTheAbsenceIsOverNobodyStandsInAnyMore() {
    people.person("lena", Group.LEGAL);
    substitutions.plan("omar", "lena", THURSDAY, THURSDAY, null, BINA);
    time.replayDay(MONDAY);

    assertThatThrownBy(() -> people.approves(invoice, Department.OPERATIONS, new Actor("lena")))
        .extracting("code")
        .isEqualTo("task.other-group");
    assertThat(approvals.invoice(invoice).status()).isEqualTo(InvoiceStatus.SUBMITTED);
  }

  @Test
  void standingInForTheSecondPersonDoesNotMakeOneOfTwo() {
    InvoiceId large = people.submitted(people.customer("C-2"), "110000.00");
    people.approves(large, Department.SALES, SUNIL);
    people.approves(large, Department.OPERATIONS, OMAR);
    people.approves(large, Department.ACCOUNTS, ASHA);
    substitutions.plan("arun", "asha", THURSDAY, MONDAY, null, BINA);

    assertThatThrownBy(() -> people.approves(large, Department.SECOND_ACCOUNTS, ASHA))
        .extracting("code")
        .isEqualTo("invoice.two-departments");
    people.handsBack(large, Department.SECOND_ACCOUNTS);
    people.approves(large, Department.SECOND_ACCOUNTS, ARUN);
  }

  private List<String> recipients() {
    return memos.about(invoice.toString()).stream().map(MemoView::recipient).toList();
  }

  private List<String> ended() {
    return history
        .createHistoricActivityInstanceQuery()
        .activityType("messageEndEvent")
        .list()
        .stream()
        .map(HistoricActivityInstance::getActivityId)
        .toList();
  }

  private void dayBegins(LocalDate day) {
    time.replayDay(day);
    for (Job due :
        management.createJobQuery().timers().duedateLowerThan(Date.from(time.instant())).list()) {
      management.executeJob(due.getId());
    }
  }
}
