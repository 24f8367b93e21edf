package io.dunwell.approval.process;

import static io.dunwell.approval.process.Submissions.ARUN;
import static io.dunwell.approval.process.Submissions.ASHA;
import static io.dunwell.approval.process.Submissions.BINA;
import static io.dunwell.approval.process.Submissions.MEERA;
import static io.dunwell.approval.process.Submissions.OMAR;
import static io.dunwell.approval.process.Submissions.SUNIL;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.dunwell.DunwellTest;
import io.dunwell.FormFile;
import io.dunwell.approval.ApprovalView;
import io.dunwell.approval.Approvals;
import io.dunwell.approval.Department;
import io.dunwell.approval.Standing;
import io.dunwell.approval.Submitting;
import io.dunwell.approval.Verdict;
import io.dunwell.billing.Mill;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceStatus;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.party.CustomerId;
import io.dunwell.workflow.Tasks;
import io.dunwell.workflow.Workflow;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people decide leads to exactly these steps. */
@DunwellTest
class InvoiceApprovalProcessTests {

  @Autowired Submissions people;
  @Autowired Approvals approvals;
  @Autowired Submitting submitting;
  @Autowired Tasks tasks;
  @Autowired ProcessEngine engine;
  @Autowired RuntimeService runtime;
  @Autowired Workflow workflow;

  private CustomerId customer = new CustomerId(io.dunwell.shared.Ids.next());

  @BeforeEach
  void everybodyIsThere() {
    AbstractAssertions.init(engine);
    people.people();
    customer = people.customer("C-1");
  }

  /**
   * What no contract asks for is put to Sales, and the first invoice of a customer to Accounts,
   * too; of that amount alone it would pass straight.
   */
  @Test
  @DisplayName("P1 travel expenses of 300 are put to accounting and sales, and who claims decides")
  void p1_travelExpensesArePutToAccountingAndSalesAndWhoClaimsDecides() {
    InvoiceId invoice = people.expenses(customer, "Travel Expenses", "300.00");
    Assertions.assertThat(approvals.standings(invoice))
        .extracting(Standing::department)
        .containsExactlyInAnyOrder(Department.SALES, Department.ACCOUNTS);
    people.claims(people.task(invoice, Department.SALES), SUNIL);
    Assertions.assertThat(people.task(invoice, Department.SALES).assignee()).isEqualTo("sunil");
    people.approves(invoice, Department.SALES, SUNIL);
    people.approves(invoice, Department.ACCOUNTS, ASHA);
    Assertions.assertThat(approvals.verdicts(invoice))
        .extracting(ApprovalView::by)
        .containsExactly("sunil", "asha");
  }

  @Test
  void threeDepartmentsApproveAndItWaitsToBeIssued() {
    InvoiceId invoice = people.submitted(customer, "9000.00");
    ProcessInstance process = process(invoice);
    assertThat(process).hasPassed("decideApprovers");
    assertThat(process).isWaitingAt("approveSales", "approveOperations");

    people.approves(invoice, Department.OPERATIONS, OMAR);
    assertThat(process).isWaitingAt("approveSales").isNotWaitingAt("approveAccounts");
    people.approves(invoice, Department.SALES, SUNIL);
    assertThat(process).isWaitingAt("approveAccounts");
    people.approves(invoice, Department.ACCOUNTS, ASHA);

    assertThat(process).hasPassed("departmentsApproved").isWaitingAt("issueInvoice");
    Assertions.assertThat(approvals.invoice(invoice).status()).isEqualTo(InvoiceStatus.APPROVED);
    Assertions.assertThat(approvals.verdicts(invoice))
        .extracting(ApprovalView::by)
        .containsExactly("omar", "sunil", "asha");

    workflow.workDueJobs();
    assertThat(process).isEnded().hasPassed("issueInvoice", "sendInvoice", "invoiceSent");
    Assertions.assertThat(approvals.invoice(invoice).number()).isNotBlank();
    Assertions.assertThat(approvals.invoice(invoice).letter()).isNotNull();
  }

  @Test
  void whoeverReturnsItCallsTheOthersBackAndOnlyThoseConcernedAreAskedAgain() {
    InvoiceId invoice = people.submitted(customer, "9000.00");
    ProcessInstance process = process(invoice);
    people.approves(invoice, Department.SALES, SUNIL);
    people.returns(invoice, Department.OPERATIONS, "The note is not signed", OMAR);

    assertThat(process).isWaitingAt("reviseInvoice").isNotWaitingAt("approveOperations");
    assertThat(process).task().isAssignedTo("bina");
    people.revises(invoice);

    assertThat(process).isWaitingAt("approveOperations").isNotWaitingAt("approveSales");
    people.approves(invoice, Department.OPERATIONS, OMAR);
    assertThat(process).isWaitingAt("approveAccounts");
  }

  @Test
  void anOpenApprovalIsCalledBackWhenAnotherDepartmentReturns() {
    InvoiceId invoice = people.submitted(customer, "9000.00");
    people.returns(invoice, Department.SALES, "The price is wrong", SUNIL);

    assertThat(process(invoice)).isWaitingAtExactly("reviseInvoice");
    people.reprices(invoice, "8000.00");
    submitting.submit(invoice, BINA);

    assertThat(process(invoice))
        .isWaitingAtExactly("departments", "approveSales", "approveOperations");
    assertThat(process(invoice)).hasPassed("resubmittedElsewhere");
  }

  @Test
  void aboveTheLimitsASecondPersonAndManagementApproveToo() {
    InvoiceId invoice = people.submitted(customer, "600000.00");
    people.approves(invoice, Department.SALES, SUNIL);
    people.approves(invoice, Department.OPERATIONS, OMAR);
    people.approves(invoice, Department.ACCOUNTS, ASHA);
    assertThat(process(invoice))
        .isWaitingAtExactly("departments", "approveSecondAccounts", "approveManagement");

    refused(
        "invoice.two-departments",
        () -> people.approves(invoice, Department.SECOND_ACCOUNTS, ASHA));
    people.approves(invoice, Department.MANAGEMENT, MEERA);
  }

  @Test
  void theSecondPersonIsAnotherOne() {
    InvoiceId invoice = people.submitted(customer, "110000.00");
    people.approves(invoice, Department.SALES, SUNIL);
    people.approves(invoice, Department.OPERATIONS, OMAR);
    people.approves(invoice, Department.ACCOUNTS, ASHA);
    people.approves(invoice, Department.SECOND_ACCOUNTS, ARUN);
    assertThat(process(invoice)).isWaitingAtExactly("issueInvoice");
  }

  @Test
  void aSmallInvoiceOfAKnownCustomerPassesByPolicy() {
    people.isKnown(customer);
    InvoiceId invoice = people.submitted(customer, "100.00");

    assertThat(process(invoice)).hasPassed("passStraight").isWaitingAtExactly("issueInvoice");
    Assertions.assertThat(approvals.verdicts(invoice))
        .singleElement()
        .satisfies(
            each -> {
              Assertions.assertThat(each.verdict()).isEqualTo(Verdict.STRAIGHT);
              Assertions.assertThat(each.reason()).contains("Straight through");
            });
  }

  @Test
  void aSmallInvoiceOfARiskyCustomerIsLookedAtByAccounts() {
    people.owes(customer, 40);
    InvoiceId invoice = people.submitted(customer, "100.00");

    assertThat(process(invoice)).isWaitingAtExactly("departments", "approveAccounts");
    Assertions.assertThat(facts(invoice, "approveAccounts"))
        .containsEntry("because", "The customer is a credit risk.")
        .containsEntry("credit", "credit class C: the oldest item is 40 days overdue")
        .containsEntry("overdue", "INR 100.00");
  }

  @Test
  void theFormsShowNothingThatTheFactsDoNotHave() {
    InvoiceId invoice = people.submitted(customer, "600000.00");
    shown(invoice, "approve-sales", "approveSales");
    people.approves(invoice, Department.SALES, SUNIL);
    people.returns(invoice, Department.OPERATIONS, "The note is not signed", OMAR);
    shown(invoice, "revise-invoice", InvoiceApproval.REVISE);
    Assertions.assertThat(facts(invoice, InvoiceApproval.REVISE).get("invoiceLines"))
        .asInstanceOf(LIST)
        .allSatisfy(line -> Assertions.assertThat(line.toString()).contains("look here"));
    people.revises(invoice);
    shown(invoice, "approve-operations", "approveOperations");
    people.approves(invoice, Department.OPERATIONS, OMAR);
    shown(invoice, "approve-accounts", "approveAccounts");
    people.approves(invoice, Department.ACCOUNTS, ASHA);
    shown(invoice, "approve-second", "approveSecondAccounts");
    shown(invoice, "approve-management", "approveManagement");
  }

  @Test
  void whoSaidWhatOutlivesTheHistoryOfTheEngine() {
    InvoiceId invoice = people.submitted(customer, "9000.00");
    String seen = approvals.invoice(invoice).preparation().versionHash();
    people.approves(invoice, Department.SALES, SUNIL);
    approvals.withdraw(invoice, "Billed twice", BINA);

    HistoryService history = engine.getHistoryService();
    for (HistoricProcessInstance over : history.createHistoricProcessInstanceQuery().list()) {
      history.deleteHistoricProcessInstance(over.getId());
    }
    Assertions.assertThat(history.createHistoricTaskInstanceQuery().count()).isZero();
    Assertions.assertThat(approvals.verdicts(invoice))
        .singleElement()
        .satisfies(
            each -> {
              Assertions.assertThat(each.by()).isEqualTo("sunil");
              Assertions.assertThat(each.versionHash()).isEqualTo(seen);
              Assertions.assertThat(each.recordedAt()).isNotNull();
            });
  }

  @Test
  void itIsWithdrawnAtAnyTime() {
    InvoiceId invoice = people.submitted(customer, "9000.00");
    ProcessInstance process = process(invoice);

    approvals.withdraw(invoice, "Billed twice", BINA);

    assertThat(process).isEnded().hasPassed("approvalWithdrawn");
  }

  @Test
  void nobodyCompletesWhatTheyPreparedOrWhatIsNotTheirs() {
    InvoiceId invoice = people.submitted(customer, "9000.00");

    refused("invoice.four-eyes", () -> people.approves(invoice, Department.SALES, BINA));
    refused("task.other-group", () -> people.approves(invoice, Department.OPERATIONS, ASHA));
    assertThat(process(invoice))
        .isWaitingAtExactly("departments", "approveSales", "approveOperations");
  }

  @Test
  void aReturnNeedsAReasonAndAnApprovalNoMarkedLines() {
    InvoiceId invoice = people.submitted(customer, "9000.00");
    var task = people.task(invoice, Department.OPERATIONS);

    refused("approval.no-reason", () -> people.answers(task, Map.of("verdict", "return"), OMAR));
  }

  @Test
  void anInvoiceWhoseTaxChangedGoesBackAndOnlyAccountsAreAskedAgain() {
    InvoiceId invoice = people.submitted(customer, "9000.00");
    people.approves(invoice, Department.SALES, SUNIL);
    people.approves(invoice, Department.OPERATIONS, OMAR);
    people.approves(invoice, Department.ACCOUNTS, ASHA);
    people.taxes("5205", "12");

    workflow.workDueJobs();

    ProcessInstance process = process(invoice);
    assertThat(process).hasPassed("taxChanged").isWaitingAtExactly("reviseInvoice");
    assertThat(process).task().isAssignedTo("bina");
    Assertions.assertThat(approvals.invoice(invoice))
        .returns(InvoiceStatus.RETURNED, InvoiceView::status)
        .returns(Mill.inr("100800.00"), InvoiceView::total);
    ApprovalView back = approvals.verdicts(invoice).get(3);
    Assertions.assertThat(back.department()).isNull();
    Assertions.assertThat(back.reason())
        .contains("INR 94,500.00 with CGST 2.5 %, SGST 2.5 % then")
        .contains("INR 1,00,800.00 with CGST 6 %, SGST 6 % now");

    people.revises(invoice);
    assertThat(process).isWaitingAtExactly("departments", "approveAccounts");
    people.approves(invoice, Department.ACCOUNTS, ASHA);
    workflow.workDueJobs();
    assertThat(process).isEnded().hasPassed("invoiceSent");
  }

  @Test
  void whatPassedStraightPassesStraightAgainAfterItsTaxChanged() {
    people.isKnown(customer);
    InvoiceId invoice = people.submitted(customer, "90.00");
    ProcessInstance process = process(invoice);
    assertThat(process).hasPassed("passStraight").isWaitingAtExactly("issueInvoice");
    people.taxes("5205", "12");

    workflow.workDueJobs();
    assertThat(process).isWaitingAtExactly("reviseInvoice");
    people.revises(invoice);
    workflow.workDueJobs();

    assertThat(process).isEnded();
    Assertions.assertThat(approvals.invoice(invoice).total()).isEqualTo(Mill.inr("1008.00"));
  }

  private void shown(InvoiceId invoice, String form, String task) {
    Assertions.assertThat(FormFile.of(form).missingIn(facts(invoice, task))).as(form).isEmpty();
  }

  private Map<String, Object> facts(InvoiceId invoice, String task) {
    return tasks.view(people.task(invoice, task).id()).facts();
  }

  private static void refused(String code, ThrowingCallable act) {
    assertThatThrownBy(act).extracting("code").isEqualTo(code);
  }

  private ProcessInstance process(InvoiceId invoice) {
    return Objects.requireNonNull(
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(invoice.toString(), "invoice-approval")
            .singleResult());
  }
}
