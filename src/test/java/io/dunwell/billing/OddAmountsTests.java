package io.dunwell.billing;

import static io.dunwell.billing.Mill.inr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunwell.DunwellTest;
import io.dunwell.contracts.BillingRule;
import io.dunwell.contracts.ContractId;
import io.dunwell.contracts.DeliveryId;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceKind;
import io.dunwell.invoices.InvoiceStatus;
import io.dunwell.party.CustomerId;
import io.dunwell.receivables.OpenItems;
import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Amounts that do not come out even, or to nothing at all, or too large to be true. */
@DunwellTest
class OddAmountsTests {

  @Autowired Mill mill;
  @Autowired Invoicing invoicing;
  @Autowired InvoiceNotes notes;
  @Autowired Unbilled unbilled;
  @Autowired UnbilledRegister register;
  @Autowired OpenItems openItems;

  private CustomerId customer;
  private LocalDate today;

  @BeforeEach
  void open(@Autowired Clock clock) {
    mill.opens();
    today = LocalDate.now(clock);
    customer = mill.neighbour("C-1");
  }

  @Test
  void whatComesBackInPartsIsCreditedToThePaisa() {
    DeliveryId delivery = mill.delivers(yarnAt("33.335"), "DC-1", today.minusDays(9), "3");
    InvoiceId id = billed();
    mill.issues(id);
    assertThat(mill.view(id).net()).isEqualTo(inr("100.01"));

    assertThat(List.of(credited(delivery), credited(delivery), credited(delivery)))
        .containsExactly("33.34", "33.33", "33.34");

    assertThat(unbilled.asOf(today)).isEmpty();
    assertThat(notes.left(id)).containsValue(new BigDecimal("0.00"));
  }

  @Test
  void whatIsFreeIsIssuedAndOwesNothing() {
    mill.delivers(yarnAt("0"), "DC-1", today.minusDays(9), "3");
    InvoiceId id = billed();
    String number = mill.issues(id);
    assertThat(openItems.ofDocuments(Set.of(number))).isEmpty();
    assertThat(unbilled.asOf(today)).isEmpty();

    mill.issues(notes.note(InvoiceKind.CREDIT_NOTE, id, List.of(), "All of it", Mill.CLERK));
    refused("credit-note.nothing-left", () -> credit(id, List.of()));
    UUID line = mill.view(id).lines().get(0).id();
    refused(
        "note.no-amount",
        () ->
            credit(id, List.of(new InvoiceNotes.NoteLine(line, BigDecimal.ONE, BigDecimal.ZERO))));
  }

  @Test
  void anInvoiceOverNothingIsCancelledLikeAnyOther() {
    mill.delivers(yarnAt("0.01"), "DC-1", today.minusDays(9), "0.1");
    InvoiceId id = billed();
    mill.issues(id);
    invoicing.cancel(id, "Wrong buyer", Mill.ACCOUNTS);
    assertThat(mill.view(id).status()).isEqualTo(InvoiceStatus.CANCELLED);
    assertThat(unbilled.asOf(today)).extracting(UnbilledItem::cause).containsExactly(Cause.READY);
  }

  @Test
  void aDeliveryTooLargeToBeBilledIsLeftOutAndStopsNoRun() {
    mill.delivers(yarnAt("9999999999999"), "DC-1", today.minusDays(9), "9999999999999");
    mill.delivers(yarnAt("250"), "DC-2", today.minusDays(9), "4");
    RunReport report = mill.bills(today);
    assertThat(report.drafts()).hasSize(1);
    assertThat(report.leftOut()).extracting(RunReport.LeftOut::why).asString().contains("digits");
    assertThat(register.trend(today, 1))
        .as("and it is read in the register")
        .singleElement()
        .satisfies(end -> assertThat(end.value().text()).startsWith("9999999999998"));
  }

  private ContractId yarnAt(String price) {
    return mill.contract(customer, BillingRule.PER_DELIVERY, null, false, Mill.yarn(price));
  }

  private InvoiceId billed() {
    return Objects.requireNonNull(mill.bills(today).drafts().get(0).id());
  }

  private String credited(DeliveryId delivery) {
    mill.takesBack(delivery, "1", today);
    InvoiceId note = billed();
    mill.issues(note);
    return mill.view(note).net().text();
  }

  private void credit(InvoiceId id, List<InvoiceNotes.NoteLine> lines) {
    notes.note(InvoiceKind.CREDIT_NOTE, id, lines, "Again", Mill.CLERK);
  }

  private static void refused(String code, Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            RuleViolation.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
