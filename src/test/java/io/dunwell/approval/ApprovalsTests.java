package io.dunwell.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.dunwell.DunwellTest;
import io.dunwell.billing.Drafts;
import io.dunwell.billing.Mill;
import io.dunwell.invoices.Basis;
import io.dunwell.invoices.Charge;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceStatus;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.NewInvoice;
import io.dunwell.invoices.NewLine;
import io.dunwell.party.CustomerId;
import io.dunwell.shared.Actor;
import io.dunwell.workflow.Group;
import io.dunwell.workflow.Identities;
import io.dunwell.workflow.Person;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DunwellTest
class ApprovalsTests {

  private static final Actor BINA = new Actor("bina");
  private static final Actor SUNIL = new Actor("sunil");
  private static final Actor OMAR = new Actor("omar");
  private static final Actor ASHA = new Actor("asha");

  @Autowired Mill mill;
  @Autowired Drafts drafts;
  @Autowired Approvals approvals;
  @Autowired Submitting submitting;
  @Autowired Identities identities;
  @Autowired JdbcClient jdbc;

  private InvoiceId invoice;
  private CustomerId customer;

  @BeforeEach
  void people() {
    person("bina", Group.BILLING, Group.SALES);
    person("sunil", Group.SALES, Group.OPERATIONS);
    person("omar", Group.OPERATIONS);
    person("asha", Group.ACCOUNTS);
    customer = mill.neighbour("C-1");
    invoice = drafts.draft(NewInvoice.of(basis("PO-1"), List.of(charge("100.00"))), BINA);
  }

  @Test
  void threeDepartmentsApproveThenItCanBeIssued() {
    mill.submits(invoice, BINA);
    approve(Department.OPERATIONS, OMAR);
    approve(Department.SALES, SUNIL);
    assertThat(view().status()).isEqualTo(InvoiceStatus.SUBMITTED);
    approve(Department.ACCOUNTS, ASHA);
    assertThat(view().status()).isEqualTo(InvoiceStatus.APPROVED);
    assertThat(approvals.verdicts(invoice))
        .extracting(ApprovalView::by)
        .containsExactly("omar", "sunil", "asha");
    assertThat(approvals.verdicts(invoice))
        .allSatisfy(each -> assertThat(each.versionHash()).isEqualTo(hash()));
  }

  @Test
  void nobodyApprovesWhatTheyPrepared() {
    mill.submits(invoice, SUNIL);
    refused("invoice.four-eyes", () -> approve(Department.SALES, BINA));
    refused("invoice.four-eyes", () -> approve(Department.SALES, SUNIL));
  }

  @Test
  void whoeverRevisedItCountsAsPreparer() {
    drafts.revise(invoice, basis("PO-2"), lines("100.00"), SUNIL);
    drafts.revise(invoice, basis("PO-3"), lines("100.00"), ASHA);
    drafts.revise(invoice, basis("PO-4"), lines("100.00"), BINA);
    mill.submits(invoice, BINA);
    refused("invoice.four-eyes", () -> approve(Department.OPERATIONS, SUNIL));
    refused("invoice.four-eyes", () -> approve(Department.ACCOUNTS, ASHA));
  }

  @Test
  void nobodyApprovesForTwoDepartments() {
    mill.submits(invoice, BINA);
    approve(Department.SALES, SUNIL);
    refused("invoice.two-departments", () -> approve(Department.OPERATIONS, SUNIL));
  }

  @Test
  void nobodyDecidesForADepartmentThatIsNotTheirs() {
    mill.submits(invoice, BINA);
    refused("approval.not-your-department", () -> approve(Department.ACCOUNTS, OMAR));
    refused("approval.not-required", () -> approve(Department.MANAGEMENT, ASHA));
  }

  @Test
  void aVerdictIsAboutTheVersionThatWasSeen() {
    mill.submits(invoice, BINA);
    refused(
        "invoice.changed-meanwhile",
        () -> approvals.approve(invoice, Department.SALES, "0".repeat(64), null, SUNIL));
  }

  @Test
  void afterAChangeOfPriceOperationsIsNotAskedAgain() {
    mill.submits(invoice, BINA);
    approve(Department.OPERATIONS, OMAR);
    approve(Department.SALES, SUNIL);
    approvals.sendBack(invoice, Department.ACCOUNTS, "Price is too high", List.of(line()), ASHA);
    assertThat(view().status()).isEqualTo(InvoiceStatus.RETURNED);
    drafts.revise(invoice, basis("PO-1"), lines("90.00"), BINA);

    assertThat(mill.submits(invoice, BINA))
        .filteredOn(Standing::isOpen)
        .extracting(Standing::department, Standing::changed)
        .containsExactly(
            tuple(Department.SALES, Set.of(Aspect.PRICE)), tuple(Department.ACCOUNTS, Set.of()));
    approve(Department.SALES, SUNIL);
    approve(Department.ACCOUNTS, ASHA);
    assertThat(view().status()).isEqualTo(InvoiceStatus.APPROVED);
  }

  @Test
  void aReturnNeedsAReason() {
    mill.submits(invoice, BINA);
    refused(
        "approval.no-reason",
        () -> approvals.sendBack(invoice, Department.OPERATIONS, " ", List.of(), OMAR));
  }

  @Test
  void whatIsSubmittedCannotBeChanged() {
    mill.submits(invoice, BINA);
    refused(
        "invoice.not-editable", () -> drafts.revise(invoice, basis("PO-2"), lines("90.00"), BINA));
  }

  @Test
  void straightThroughSaysWhichPolicyAllowedIt() {
    mill.submits(invoice, BINA);
    approvals.passStraight(invoice, "Below 50,000 and as contracted", Actor.SYSTEM);
    assertThat(view().status()).isEqualTo(InvoiceStatus.APPROVED);
    assertThat(approvals.verdicts(invoice))
        .singleElement()
        .satisfies(each -> assertThat(each.reason()).contains("as contracted"));
  }

  @Test
  void evidenceCannotBeChanged() {
    mill.submits(invoice, BINA);
    approve(Department.SALES, SUNIL);
    assertThatThrownBy(() -> jdbc.sql("update approval.verdict set decided_by = 'x'").update())
        .hasMessageContaining("only grows");
    assertThatThrownBy(() -> jdbc.sql("delete from approval.invoice_version").update())
        .hasMessageContaining("only grows");
  }

  @Test
  void aWithdrawnInvoiceIsOver() {
    mill.submits(invoice, BINA);
    approvals.withdraw(invoice, "Wrong customer", BINA);
    assertThat(view().status()).isEqualTo(InvoiceStatus.WITHDRAWN);
    refused("invoice.wrong-state", () -> approve(Department.SALES, SUNIL));
    refused("invoice.wrong-state", () -> submitting.submit(invoice, BINA));
  }

  private void approve(Department department, Actor by) {
    approvals.approve(invoice, department, hash(), null, by);
  }

  private String hash() {
    return String.valueOf(view().preparation().versionHash());
  }

  private InvoiceView view() {
    return approvals.invoice(invoice);
  }

  private UUID line() {
    return view().lines().get(0).id();
  }

  private List<NewLine> lines(String price) {
    return List.of(new NewLine(line(), charge(price), null));
  }

  private void person(String name, Group... groups) {
    identities.create(
        new Person(name, name, name + "@example.com", Set.of(groups)), "secret-12345");
  }

  private static void refused(String code, ThrowingCallable act) {
    assertThatThrownBy(act).extracting("code").isEqualTo(code);
  }

  private Basis basis(String po) {
    return new Basis(
        customer.value(), null, null, null, "INR", "net 30", po, "IN_GST", "27", "REGULAR", null);
  }

  private static Charge charge(String price) {
    BigDecimal net = new BigDecimal(price).multiply(BigDecimal.TEN);
    return new Charge(
        "A-1",
        "Cotton yarn",
        "KGS",
        BigDecimal.TEN,
        new BigDecimal(price),
        BigDecimal.ZERO,
        net,
        "5205",
        false,
        "TAXED",
        new BigDecimal("100.00"),
        BigDecimal.ZERO,
        new BigDecimal("1000.00"),
        "DC-1",
        null);
  }
}
