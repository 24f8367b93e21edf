package io.dunwell.billing;

import static io.dunwell.billing.Mill.inr;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.dunwell.DunwellTest;
import io.dunwell.contracts.BillingRule;
import io.dunwell.contracts.ContractId;
import io.dunwell.contracts.ContractTerms;
import io.dunwell.contracts.Contracts;
import io.dunwell.contracts.Deliveries;
import io.dunwell.contracts.DeliveryId;
import io.dunwell.contracts.PriceLine;
import io.dunwell.contracts.PurchaseOrder;
import io.dunwell.contracts.Slab;
import io.dunwell.contracts.SlabRule;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceKind;
import io.dunwell.party.CustomerId;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import io.dunwell.workflow.BusinessTime;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@DunwellTest
class UnbilledTests {

  private static final LocalDate MARCH_1 = LocalDate.of(2026, 3, 1);

  @Autowired Mill mill;
  @Autowired Unbilled unbilled;
  @Autowired BillingRuns runs;
  @Autowired Contracts contracts;
  @Autowired Deliveries deliveries;
  @Autowired BusinessTime time;

  private CustomerId customer;
  private ContractId contract;
  private LocalDate today;

  @BeforeEach
  void open(@Autowired java.time.Clock clock) {
    mill.opens();
    today = LocalDate.now(clock);
    customer = mill.neighbour("C-1");
    contract = mill.yarnContract(customer);
  }

  @Test
  @DisplayName("U1 delivered, no invoice: listed")
  void u1() {
    mill.delivers(contract, "DC-1", MARCH_1, "10");
    assertThat(listed(today)).containsExactly("DC-1 10");
    assertThat(unbilled.asOf(MARCH_1.minusDays(1))).isEmpty();
    assertThat(unbilled.asOf(MARCH_1.plusDays(12)))
        .extracting(UnbilledItem::cause, UnbilledItem::value, UnbilledItem::ageDays)
        .containsExactly(tuple(Cause.READY, inr("2500.00"), 12L));
  }

  @Test
  @DisplayName("U3 one delivered and invoiced, the other delivered later: only the later is listed")
  void u3() {
    mill.delivers(contract, "DC-1", MARCH_1, "10");
    billAll();
    mill.delivers(contract, "DC-2", MARCH_1.plusDays(5), "7");
    assertThat(listed(today)).containsExactly("DC-2 7");
    assertThat(listed(today.minusDays(1)))
        .as("as of yesterday nothing was billed")
        .containsExactly("DC-1 10", "DC-2 7");
  }

  @Test
  @DisplayName("U5 delivered and fully returned, no invoice: neither is listed")
  void u5() {
    DeliveryId delivery = mill.delivers(contract, "DC-1", MARCH_1, "10");
    mill.takesBack(delivery, "10", MARCH_1.plusDays(2));
    assertThat(listed(today)).isEmpty();
    assertThat(listed(MARCH_1.plusDays(1))).containsExactly("DC-1 10");
    assertThat(mill.bills(today).drafts()).isEmpty();
  }

  @Test
  @DisplayName("U7 return of a return, no invoice: only the last is listed; billed: none")
  void u7() {
    DeliveryId delivery = mill.delivers(contract, "DC-1", MARCH_1, "10");
    DeliveryId back = mill.takesBack(delivery, "10", MARCH_1.plusDays(2));
    DeliveryId again = mill.takesBack(back, "10", MARCH_1.plusDays(4));
    assertThat(unbilled.asOf(today))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.delivery()).isEqualTo(again.value());
              assertThat(item.quantity()).isEqualByComparingTo("10");
            });
    billAll();
    assertThat(listed(today)).isEmpty();
  }

  @Test
  @DisplayName("U9 invoiced before the window, with the window on: still listed")
  void u9() {
    mill.delivers(contract, "DC-1", MARCH_1, "10");
    billAll();
    assertThat(listed(today)).isEmpty();
    assertThat(unbilled.asOf(today, today.plusDays(1)))
        .extracting(UnbilledItem::deliveryNumber)
        .containsExactly("DC-1");
  }

  @Test
  void partlyReturnedIsListedWithWhatStayed() {
    DeliveryId delivery = mill.delivers(contract, "DC-1", MARCH_1, "10");
    mill.takesBack(delivery, "4", MARCH_1.plusDays(2));
    assertThat(listed(today)).containsExactly("DC-1 6");
  }

  @Test
  void whatComesBackAfterItWasBilledIsACreditDue() {
    DeliveryId delivery = mill.delivers(contract, "DC-1", MARCH_1, "10");
    billAll();
    mill.takesBack(delivery, "4", today);
    assertThat(unbilled.asOf(today))
        .extracting(UnbilledItem::cause, UnbilledItem::value)
        .containsExactly(tuple(Cause.CREDIT_DUE, inr("-1000.00")));
    InvoiceId note = draft(mill.bills(today));
    assertThat(mill.view(note).kind()).isEqualTo(InvoiceKind.CREDIT_NOTE);
    assertThat(mill.issues(note)).startsWith("CN/");
    assertThat(listed(today)).isEmpty();
  }

  @Test
  void eachHindranceHasItsCause() {
    ContractId proven =
        mill.contract(customer, BillingRule.PER_DELIVERY, null, true, Mill.yarn("1.00"));
    ContractId monthly =
        mill.contract(customer, BillingRule.MONTHLY, null, false, Mill.yarn("1.00"));
    ContractId staged =
        mill.contract(customer, BillingRule.MILESTONE, null, false, Mill.yarn("1.00"));
    ContractId capped =
        mill.contract(
            customer,
            BillingRule.PER_DELIVERY,
            new PurchaseOrder("PO-7", inr("100.00"), MARCH_1.plusDays(10)),
            false,
            Mill.yarn("1.00"));
    mill.delivers(proven, "PROOF", MARCH_1, "1");
    mill.delivers(monthly, "MONTH", MARCH_1, "1");
    mill.delivers(staged, "STAGE", MARCH_1, "1");
    mill.delivers(contract, "PRICE", MARCH_1, "UNKNOWN-1", "1");
    mill.delivers(capped, "PO-A", MARCH_1, "60");
    mill.delivers(capped, "PO-B", MARCH_1.plusDays(1), "60");
    mill.delivers(capped, "PO-C", MARCH_1.plusDays(11), "1");

    assertThat(unbilled.asOf(MARCH_1.plusDays(20)))
        .extracting(UnbilledItem::deliveryNumber, UnbilledItem::cause)
        .containsExactlyInAnyOrder(
            tuple("PROOF", Cause.PROOF_MISSING),
            tuple("MONTH", Cause.WAITING_FOR_MONTH_END),
            tuple("STAGE", Cause.WAITING_FOR_MILESTONE),
            tuple("PRICE", Cause.PRICE_MISSING),
            tuple("PO-A", Cause.READY),
            tuple("PO-B", Cause.PO_EXHAUSTED),
            tuple("PO-C", Cause.PO_EXHAUSTED));
  }

  @Test
  void hindrancesGoAway() {
    ContractId proven =
        mill.contract(customer, BillingRule.PER_DELIVERY, null, true, Mill.yarn("1.00"));
    ContractId staged =
        mill.contract(customer, BillingRule.MILESTONE, null, false, Mill.yarn("1.00"));
    DeliveryId delivery = mill.delivers(proven, "PROOF", MARCH_1, "1");
    mill.delivers(staged, "STAGE", MARCH_1, "1");
    mill.proves(delivery);
    mill.reaches(staged, "MS-1", MARCH_1.plusDays(9), "ACCEPTANCE");
    assertThat(unbilled.asOf(today)).extracting(UnbilledItem::cause).containsOnly(Cause.READY);
    assertThat(unbilled.asOf(MARCH_1.plusDays(8)))
        .extracting(UnbilledItem::cause)
        .contains(Cause.WAITING_FOR_MILESTONE, Cause.PROOF_MISSING);
  }

  @Test
  void aRunOfLastMonthKnowsWhatIsKnownToday() {
    LocalDate lastMonthEnd = today.withDayOfMonth(1).minusDays(1);
    ContractId proven = mill.contract(customer, BillingRule.MONTHLY, null, true, Mill.yarn("1.00"));
    DeliveryId delivery = mill.delivers(proven, "DC-1", lastMonthEnd, "10");
    mill.delivers(proven, "DC-2", lastMonthEnd.minusDays(1), "5");
    mill.delivers(proven, "DC-3", today, "7");
    assertThat(runs.run(lastMonthEnd, true, Mill.CLERK).drafts()).isEmpty();

    mill.proves(delivery);
    mill.takesBack(delivery, "4", today);
    InvoiceId draft = draft(mill.bills(lastMonthEnd));
    assertThat(mill.view(draft).net()).as("proven and returned since").isEqualTo(inr("6.00"));
    assertThat(mill.bills(lastMonthEnd).leftOut())
        .as("the draft was made after the last day")
        .extracting(left -> requireNonNull(left.item()).deliveryNumber(), RunReport.LeftOut::cause)
        .containsExactly(tuple("DC-2", Cause.PROOF_MISSING), tuple("DC-1", Cause.IN_DRAFT));
  }

  @Test
  void aRunWithinAMonthLeavesItsDeliveriesForTheWhole() {
    LocalDate middle = today.withDayOfMonth(1).minusDays(10);
    ContractId monthly =
        mill.contract(customer, BillingRule.MONTHLY, null, false, Mill.yarn("1.00"));
    ContractId staged =
        mill.contract(customer, BillingRule.MILESTONE, null, false, Mill.yarn("1.00"));
    mill.delivers(monthly, "MONTH", middle, "10");
    mill.delivers(staged, "STAGE", middle, "10");
    mill.reaches(staged, "MS-1", middle.plusDays(2), "ACCEPTANCE");
    assertThat(mill.bills(middle).leftOut())
        .extracting(RunReport.LeftOut::cause)
        .containsExactlyInAnyOrder(Cause.WAITING_FOR_MONTH_END, Cause.WAITING_FOR_MILESTONE);
    assertThat(mill.bills(today).drafts()).hasSize(2);
  }

  @Test
  void slabsOfAMonthGoOnWithEachRun() {
    LocalDate day = today.withDayOfMonth(1).minusDays(1);
    ContractId monthly =
        mill.contract(customer, BillingRule.MONTHLY, null, true, graduated("0: 10; 100: 8"));
    DeliveryId first = mill.delivers(monthly, "DC-1", day, "100");
    DeliveryId second = mill.delivers(monthly, "DC-2", day, "50");
    mill.proves(first);
    InvoiceId draft = draft(mill.bills(today));
    assertThat(mill.view(draft).net()).isEqualTo(inr("1000.00"));
    mill.proves(second);
    assertThat(unbilled.asOf(today))
        .extracting(UnbilledItem::deliveryNumber, UnbilledItem::value)
        .containsExactly(tuple("DC-1", inr("1000.00")), tuple("DC-2", inr("400.00")));
    mill.issues(draft);
    assertThat(mill.view(draft(mill.bills(today))).net())
        .as("the second hundred has begun")
        .isEqualTo(inr("400.00"));
  }

  /** So a customer keeps the slab that the month had reached when it was billed. */
  @ParameterizedTest
  @CsvSource({"WHOLE, 1040.00, 400.00, 240.00", "GRADUATED, 1240.00, 476.92, 286.16"})
  void whatComesBackIsCreditedAtThePriceBilledThoughItsSlabIsNotReachedAnyMore(
      SlabRule rule, String billed, String first, String second) {
    LocalDate day = today.withDayOfMonth(1).minusDays(1);
    PriceLine price = slabs("0: 10; 100: 8", rule);
    ContractId monthly = mill.contract(customer, BillingRule.MONTHLY, null, false, price);
    DeliveryId delivery = mill.delivers(monthly, "DC-1", day, "130");
    InvoiceId invoice = draft(mill.bills(today));
    mill.issues(invoice);
    assertThat(mill.view(invoice).net()).isEqualTo(inr(billed));

    Money credited = inr("0.00");
    List<Money> parts = new ArrayList<>();
    for (String quantity : List.of("50", "30", "17", "33")) {
      mill.takesBack(delivery, quantity, day);
      InvoiceId note = draft(mill.bills(today));
      mill.issues(note);
      parts.add(mill.view(note).net());
      credited = credited.plus(mill.view(note).net());
    }
    assertThat(parts).startsWith(inr(first), inr(second));
    assertThat(credited).as("neither more nor less than was billed").isEqualTo(inr(billed));
    assertThat(mill.bills(today).drafts()).isEmpty();
  }

  @Test
  void whatIsDeliveredOutsideOfTheContractIsNotBilled() {
    ContractTerms terms = contracts.view(contract, today).asTerms();
    mill.delivers(contract, "EARLY", terms.validFrom().minusDays(1), "1");
    mill.delivers(contract, "LATE", MARCH_1.plusDays(1), "1");
    contracts.amend(contract, ending(terms, MARCH_1), MARCH_1, "Not renewed", Mill.SALES);
    assertThat(mill.bills(today).drafts()).isEmpty();
    assertThat(unbilled.asOf(today))
        .extracting(UnbilledItem::deliveryNumber, UnbilledItem::cause)
        .containsExactly(tuple("EARLY", Cause.CONTRACT_ENDED), tuple("LATE", Cause.CONTRACT_ENDED));
    contracts.amend(contract, terms, today, "Renewed after all", Mill.SALES);
    assertThat(unbilled.asOf(today))
        .extracting(UnbilledItem::cause)
        .containsExactly(Cause.CONTRACT_ENDED, Cause.READY);
  }

  @Test
  void aPastDayKnowsTheProofsAndOrdersThatItHad() {
    PurchaseOrder order = new PurchaseOrder("PO-7", inr("100.00"), null);
    ContractId capped =
        mill.contract(customer, BillingRule.PER_DELIVERY, order, true, Mill.yarn("1.00"));
    DeliveryId first = mill.delivers(capped, "DC-1", MARCH_1, "80");
    DeliveryId second = mill.delivers(capped, "DC-2", MARCH_1.plusDays(1), "15");
    time.replayDay(MARCH_1.plusDays(2));
    mill.proves(first);
    mill.proves(second);
    time.replayDay(MARCH_1.plusDays(5));
    deliveries.withdrawProof(
        deliveries.view(second).proofs().get(0).id(), "Of another delivery", Mill.OPERATIONS);
    mill.issues(draft(mill.bills(MARCH_1.plusDays(5))));
    mill.delivers(capped, "DC-3", MARCH_1.plusDays(2), "20");
    assertThat(unbilled.asOf(MARCH_1.plusDays(4)))
        .extracting(UnbilledItem::deliveryNumber, UnbilledItem::cause)
        .containsExactly(
            tuple("DC-1", Cause.READY),
            tuple("DC-2", Cause.READY),
            tuple("DC-3", Cause.PROOF_MISSING));
  }

  private static ContractTerms ending(ContractTerms terms, LocalDate last) {
    return new ContractTerms(
        terms.title(),
        terms.validFrom(),
        last,
        terms.billingRule(),
        terms.paymentTerms(),
        terms.purchaseOrder(),
        terms.priceLines(),
        terms.owner(),
        terms.placeOfSupply(),
        terms.taxScheme(),
        terms.proofRequired(),
        terms.advance());
  }

  private static PriceLine graduated(String slabs) {
    return slabs(slabs, SlabRule.GRADUATED);
  }

  private static PriceLine slabs(String slabs, SlabRule rule) {
    PriceLine plain = Mill.yarn("1.00");
    return new PriceLine(
        plain.id(),
        plain.item(),
        plain.description(),
        plain.unit(),
        plain.from(),
        null,
        Slab.list(slabs),
        rule,
        BigDecimal.ZERO,
        null,
        plain.taxCode(),
        false);
  }

  @Test
  void nothingIsBilledUpToADayToCome() {
    assertThatThrownBy(() -> mill.bills(today.plusDays(1)))
        .isInstanceOfSatisfying(
            RuleViolation.class,
            refused -> assertThat(refused.code()).isEqualTo("billing-run.in-future"));
  }

  private void billAll() {
    mill.bills(today).drafts().forEach(each -> mill.issues(draft(each)));
  }

  private List<String> listed(LocalDate day) {
    return unbilled.asOf(day).stream()
        .map(item -> item.deliveryNumber() + " " + plain(item.quantity()))
        .toList();
  }

  private static InvoiceId draft(RunReport report) {
    assertThat(report.drafts()).hasSize(1);
    return draft(report.drafts().get(0));
  }

  private static InvoiceId draft(RunReport.DraftSummary summary) {
    InvoiceId id = summary.id();
    if (id == null) {
      throw new AssertionError("a dry run");
    }
    return id;
  }

  private static String plain(BigDecimal quantity) {
    return quantity.stripTrailingZeros().toPlainString();
  }
}
