package io.dunwell.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.dunwell.access.Substitutions;
import io.dunwell.approval.Approvals;
import io.dunwell.approval.Submitting;
import io.dunwell.billing.BillingRuns;
import io.dunwell.billing.Mill;
import io.dunwell.billing.RunReport;
import io.dunwell.contracts.BillingRule;
import io.dunwell.contracts.ContractId;
import io.dunwell.contracts.DeliveryId;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceStatus;
import io.dunwell.party.CustomerId;
import io.dunwell.shared.Actor;
import io.dunwell.workflow.BusinessTime;
import io.dunwell.workflow.Group;
import io.dunwell.workflow.Identities;
import io.dunwell.workflow.Person;
import io.dunwell.workflow.TaskView;
import io.dunwell.workflow.Tasks;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An invoice on its way through the departments, as people see it. */
@JourneyTest
class InvoiceApprovalJourney {

  private static final Actor BILLING = new Actor("billing");
  private static final double PATIENCE = 90_000;

  @LocalServerPort private int port;
  @Autowired private Mill mill;
  @Autowired private BillingRuns runs;
  @Autowired private Approvals approvals;
  @Autowired private Submitting submitting;
  @Autowired private Tasks tasks;
  @Autowired private Identities identities;
  @Autowired private Substitutions substitutions;
  @Autowired private BusinessTime time;

  @Test
  void threePeopleApproveAndTheInvoiceIsIssued() throws Exception {
    InvoiceId invoice = submitted("J-4001", mill.neighbour("J-4001"));
    Visitor sales = Visitor.logsIn(port, "sales");
    opens(sales, invoice, "approveSales").pictures("journey-approval-1-sales");
    assertThat(sales.page().locator("li.task.active")).containsText("INR 1,");
    seesTab(sales.page());
    sales.pictures("journey-approval-2-tab");
    form(sales.page());
    approves(sales);

    Visitor operations = Visitor.logsIn(port, "operations");
    opens(operations, invoice, "approveOperations").pictures("journey-approval-3-operations");
    approves(operations);

    Visitor accounts = Visitor.logsIn(port, "accounts");
    accounts.goesTo("/approvals").pictures("journey-approval-4-several");
    accounts.page().onDialog(com.microsoft.playwright.Dialog::accept);
    accounts.page().locator("button[form=chosen]").click();
    assertThat(accounts.page().locator(".note.good")).containsText("approved");
    until(invoice, InvoiceStatus.ISSUED);

    Visitor manager = Visitor.logsIn(port, "manager");
    manager.goesTo("/camunda/app/cockpit/default/#/processes");
    manager.page().getByText("Invoice approval").first().click();
    manager.page().locator(".djs-container").first().waitFor();
    manager.pictures("journey-approval-5-cockpit");
  }

  @Test
  void operationsMissAProofAndAreTheOnlyOnesAskedAgain() {
    CustomerId customer = mill.neighbour("J-4002");
    ContractId contract =
        mill.contract(customer, BillingRule.PER_DELIVERY, null, false, Mill.yarn("250.00"));
    LocalDate today = time.today();
    DeliveryId delivery = mill.delivers(contract, "JD-2", today.minusDays(2), "400");
    InvoiceId invoice = billed(contract);
    submitting.submit(invoice, BILLING);
    Visitor sales = Visitor.logsIn(port, "sales");
    opens(sales, invoice, "approveSales");
    approves(sales);
    Visitor operations = Visitor.logsIn(port, "operations");
    opens(operations, invoice, "approveOperations");
    operations.page().getByLabel("Return to its preparer").check();
    operations.page().locator(".fjs-form-field-checklist input").first().check();
    operations.page().locator("textarea").first().fill("The signed delivery note is missing");
    operations.pictures("journey-approval-6-return");
    operations.completesTask();

    Assertions.assertThat(approvals.verdicts(invoice))
        .last()
        .satisfies(
            back ->
                Assertions.assertThat(back.lines())
                    .containsExactly(approvals.invoice(invoice).lines().get(0).id()));
    mill.proves(delivery);
    Visitor billing = Visitor.logsIn(port, "billing");
    sees(billing, invoice, "reviseInvoice").pictures("journey-approval-7-revise");
    assertThat(billing.page().locator("#fjs-form-lineTable")).containsText("look here");
    billing.page().getByLabel("It is corrected").check();
    billing.completesTask();

    Assertions.assertThat(tasks.about(invoice.toString()))
        .extracting(TaskView::key)
        .containsExactly("approveOperations");
    opens(operations, invoice, "approveOperations").pictures("journey-approval-8-again");
    approves(operations);
    Assertions.assertThat(tasks.about(invoice.toString()))
        .extracting(TaskView::key)
        .containsExactly("approveAccounts");
  }

  @Test
  void afterTheTimeLimitTheLeadTakesOver() throws Exception {
    identities.create(
        new Person("meena", "Meena Rao", "meena@mill.example.com", Set.of(Group.OPERATIONS)),
        "demo");
    substitutions.lead(Group.OPERATIONS, "meena", BILLING);
    InvoiceId invoice = submitted("J-4003", mill.neighbour("J-4003"));

    Visitor.logsIn(port, "admin").movesTheDateTo(time.today().plusDays(8));

    TaskView task = task(invoice, "approveOperations");
    Assertions.assertThat(task.assignee()).isEqualTo("meena");
    Assertions.assertThat(PostOffice.subjectOfMailTo("meena@mill.example.com")).isNotBlank();
    Visitor lead = Visitor.logsIn(port, "meena");
    lead.goesTo("/approvals").pictures("journey-approval-9-load");
    sees(lead, invoice, "approveOperations");
    approves(lead);
  }

  @Test
  void whoeverPreparedItReadsWhyTheyMayNotApproveIt() {
    identities.create(
        new Person(
            "ravi", "Ravi Iyer", "ravi@mill.example.com", Set.of(Group.BILLING, Group.SALES)),
        "demo");
    InvoiceId invoice = drafted("J-4004", mill.neighbour("J-4004"));
    submitting.submit(invoice, new Actor("ravi"));

    Visitor ravi = Visitor.logsIn(port, "ravi");
    opens(ravi, invoice, "approveSales");
    ravi.page().getByLabel("Approve", new Page.GetByLabelOptions().setExact(true)).check();
    ravi.page().locator("button:has-text('Complete')").click();
    assertThat(ravi.page().getByText("Whoever prepared an invoice cannot approve it").first())
        .isVisible();
    ravi.pictures("journey-approval-10-four-eyes");
    Assertions.assertThat(approvals.verdicts(invoice)).isEmpty();
  }

  private InvoiceId submitted(String number, CustomerId customer) {
    InvoiceId invoice = drafted(number, customer);
    submitting.submit(invoice, BILLING);
    return invoice;
  }

  private InvoiceId drafted(String number, CustomerId customer) {
    ContractId contract = mill.yarnContract(customer);
    DeliveryId delivery = mill.delivers(contract, "D-" + number, time.today().minusDays(2), "400");
    mill.proves(delivery);
    return billed(contract);
  }

  /** The draft of what was delivered on the contract; others are left as drafts. */
  private InvoiceId billed(ContractId contract) {
    RunReport report = runs.run(time.today(), false, BILLING);
    return report.drafts().stream()
        .map(draft -> Objects.requireNonNull(draft.id()))
        .filter(id -> contract.value().equals(approvals.invoice(id).basis().contract()))
        .findFirst()
        .orElseThrow();
  }

  private TaskView task(InvoiceId invoice, String key) {
    return tasks.about(invoice.toString()).stream()
        .filter(task -> task.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  /** Claims the task in Tasklist. */
  private Visitor opens(Visitor visitor, InvoiceId invoice, String key) {
    visitor.goesTo("/camunda/app/tasklist/default/#/?task=" + task(invoice, key).id().value());
    visitor
        .page()
        .getByText("Claim", new Page.GetByTextOptions().setExact(true))
        .click(new Locator.ClickOptions().setTimeout(PATIENCE));
    return waits(visitor);
  }

  /** Opens a task that is theirs already. */
  private Visitor sees(Visitor visitor, InvoiceId invoice, String key) {
    visitor.goesTo("/camunda/app/tasklist/default/#/?task=" + task(invoice, key).id().value());
    return waits(visitor);
  }

  private static Visitor waits(Visitor visitor) {
    visitor
        .page()
        .locator("button:has-text('Complete'):not([disabled])")
        .waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
    return visitor;
  }

  private static void approves(Visitor visitor) {
    visitor.page().getByLabel("Approve", new Page.GetByLabelOptions().setExact(true)).check();
    visitor.completesTask();
  }

  private static void seesTab(Page page) {
    page.getByText("Document and account").first().click();
    assertThat(page.locator(".dw-account")).containsText("Owes now");
    page.waitForFunction(
        "() => [...document.querySelectorAll('img.dw-paper')]"
            + ".some(paper => paper.complete && paper.naturalWidth > 500)");
  }

  private static void form(Page page) {
    page.getByText("Form", new Page.GetByTextOptions().setExact(true)).first().click();
  }

  private void until(InvoiceId invoice, InvoiceStatus status) throws InterruptedException {
    for (int seconds = 0; seconds < 60; seconds++) {
      if (approvals.invoice(invoice).status() == status) {
        return;
      }
      Thread.sleep(1000);
    }
    Assertions.assertThat(approvals.invoice(invoice).status()).isEqualTo(status);
  }
}
