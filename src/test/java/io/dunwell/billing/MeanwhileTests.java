package io.dunwell.billing;

import static io.dunwell.billing.Mill.inr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunwell.DunwellTest;
import io.dunwell.approval.Approvals;
import io.dunwell.approval.Standing;
import io.dunwell.contracts.BillingRule;
import io.dunwell.contracts.ContractId;
import io.dunwell.contracts.ContractTerms;
import io.dunwell.contracts.Contracts;
import io.dunwell.contracts.Deliveries;
import io.dunwell.contracts.DeliveryId;
import io.dunwell.contracts.PurchaseOrder;
import io.dunwell.invoices.Charge;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceStatus;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.LineView;
import io.dunwell.invoices.NewLine;
import io.dunwell.party.CustomerId;
import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What happens to goods and proofs while their invoice is on its way. */
@DunwellTest
class MeanwhileTests {

  @Autowired Mill mill;
  @Autowired Approvals approvals;
  @Autowired Invoicing invoicing;
  @Autowired Contracts contracts;
  @Autowired Deliveries deliveries;
  @Autowired Unbilled unbilled;

  private CustomerId customer;
  private ContractId contract;
  private LocalDate today;
  private LocalDate delivered;

  @BeforeEach
  void open(@Autowired Clock clock) {
    mill.opens();
    today = LocalDate.now(clock);
    delivered = today.withDayOfMonth(1).minusDays(3);
    customer = mill.neighbour("C-1");
    contract = mill.contract(customer, BillingRule.MONTHLY, null, false, Mill.yarn("100"));
  }

  @Test
  void whatComesBackLeavesTheDraftAndEmptiesIt() {
    DeliveryId first = mill.delivers(contract, "DC-1", delivered, "3");
    DeliveryId second = mill.delivers(contract, "DC-2", delivered, "4");
    InvoiceId id = draft();

    mill.takesBack(first, "2", today);
    assertThat(mill.view(id).net()).isEqualTo(inr("500.00"));
    assertThat(mill.view(id).deviation()).isEqualTo(inr("0.00"));
    mill.takesBack(first, "1", today);
    mill.takesBack(second, "3", today);
    assertThat(mill.view(id).net()).isEqualTo(inr("100.00"));
    DeliveryId last = mill.takesBack(second, "1", today);

    assertThat(mill.view(id).status()).isEqualTo(InvoiceStatus.WITHDRAWN);
    assertThat(unbilled.asOf(today)).isEmpty();
    mill.takesBack(last, "1", today);
    assertThat(unbilled.asOf(today))
        .as("it went out again")
        .extracting(UnbilledItem::value)
        .containsExactly(inr("100.00"));
  }

  @Test
  void whatNobodyBillsComesBackFirst() {
    ContractId other = mill.yarnContract(customer);
    DeliveryId delivery = mill.delivers(other, "DC-1", delivered, "10");
    InvoiceId id = draft();
    mill.drafts().revise(Seen.asItStands(id), now -> firstAt(now, "6"), Mill.CLERK);
    mill.takesBack(delivery, "3", today);
    assertThat(mill.view(id).net()).isEqualTo(inr("1500.00"));
    mill.takesBack(delivery, "3", today);
    assertThat(mill.view(id).net()).isEqualTo(inr("1000.00"));
  }

  @Test
  void aDraftShowsThePriceThatWasAmendedMeanwhile() {
    mill.delivers(contract, "DC-1", delivered, "7");
    InvoiceId id = draft();
    ContractTerms terms = contracts.view(contract, today).asTerms();
    contracts.amend(
        contract,
        terms.under(new PurchaseOrder("PO-9", null, null)),
        delivered,
        "Ordered",
        Mill.SALES);
    assertThat(mill.view(id).preparation().edition()).as("no other price").isZero();
    contracts.amend(
        contract,
        terms.withPrices(List.of(Mill.yarn("90"))),
        delivered.plusDays(1),
        "Cheaper from the next day",
        Mill.SALES);
    assertThat(mill.view(id).deviation()).isEqualTo(inr("0.00"));
    contracts.amend(
        contract,
        terms.withPrices(List.of(Mill.yarn("90"))),
        delivered,
        "Cheaper from that day",
        Mill.SALES);
    assertThat(mill.view(id).net()).as("what is billed stays").isEqualTo(inr("700.00"));
    assertThat(mill.view(id).deviation()).isEqualTo(inr("70.00"));
  }

  @Test
  void anApprovedInvoiceGoesBackIfSomeOfItCameBack() {
    DeliveryId delivery = mill.delivers(contract, "DC-1", delivered, "7");
    InvoiceId id = draft();
    mill.approves(id);
    mill.takesBack(delivery, "2", today);
    refused("invoice.came-back", id);
    assertThat(invoicing.issueOrReturn(id, Mill.CLERK)).isEmpty();
    mill.drafts().revise(Seen.asItStands(id), now -> firstAt(now, "5"), Mill.CLERK);
    mill.approves(id);
    invoicing.issue(id, Mill.CLERK);
    assertThat(unbilled.asOf(today)).isEmpty();
  }

  @Test
  void aProofWithdrawnAfterItsApprovalIsAskedForAgain() {
    ContractId proven =
        mill.contract(customer, BillingRule.PER_DELIVERY, null, true, Mill.yarn("100"));
    DeliveryId delivery = mill.delivers(proven, "DC-1", delivered, "7");
    mill.proves(delivery);
    InvoiceId id = draft();
    mill.approves(id);
    deliveries.withdrawProof(
        deliveries.view(delivery).proofs().get(0).id(), "Of another delivery", Mill.OPERATIONS);
    refused("invoice.proof-withdrawn", id);
    assertThat(invoicing.issueOrReturn(id, Mill.CLERK)).isEmpty();

    mill.proves(delivery, "right.txt", "Signed for DC-1".getBytes(StandardCharsets.UTF_8));
    assertThat(mill.submits(id, Mill.CLERK))
        .filteredOn(Standing::isOpen)
        .as("only those who look at proofs")
        .extracting(each -> each.department().name())
        .containsExactly("OPERATIONS");
  }

  private InvoiceId draft() {
    return Objects.requireNonNull(mill.bills(today).drafts().get(0).id());
  }

  private static Revision firstAt(InvoiceView now, String quantity) {
    LineView line = now.lines().get(0);
    Charge charge = line.charge();
    Charge at =
        charge.at(
            new BigDecimal(quantity), charge.unitPrice(), charge.discountPercent(), now.currency());
    return new Revision(now.basis(), List.of(new NewLine(line.id(), at, null)));
  }

  private void refused(String code, InvoiceId id) {
    assertThatThrownBy(() -> invoicing.issue(id, Mill.CLERK))
        .isInstanceOfSatisfying(
            RuleViolation.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
