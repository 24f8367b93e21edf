package io.dunwell.resolution;

import static io.dunwell.resolution.Debtors.INR;
import static io.dunwell.resolution.Debtors.inr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dunwell.DunwellTest;
import io.dunwell.party.CustomerId;
import io.dunwell.receivables.ItemId;
import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DunwellTest
class HoldTests {

  private static final Actor COLLECTOR = new Actor("collector");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  @Autowired Debtors debtors;
  @Autowired Holds holds;
  @Autowired Disputes disputes;
  @Autowired Contacts contacts;
  @Autowired FollowUps followUps;
  @Autowired JdbcClient jdbc;

  private CustomerId lotus;
  private ItemId item;

  @BeforeEach
  void lotusOwes() {
    lotus = debtors.customer("L-1");
    item = debtors.owes(lotus, "INV-1", "700.00", LocalDate.of(2026, 1, 10));
  }

  @Test
  void placesManyAtOnceAndKnowsTheCurrencyOfTheirItems() {
    List<NewHold> wanted =
        List.of(
            NewHold.onItem(lotus, item, HoldReason.DISPUTE, "Row marked disputed", DAY),
            new NewHold(lotus, null, null, null, HoldReason.INSOLVENCY, "Court", DAY, null));

    holds.placeAll(wanted, Actor.SYSTEM);

    assertThat(
            jdbc.sql("select currency from resolution.v_hold order by reason")
                .query(String.class)
                .list())
        .containsExactly("INR", null);
  }

  @Test
  void endsOnTheDayItIsReleased() {
    HoldId id =
        holds.place(NewHold.onItem(lotus, item, HoldReason.MANAGER, "Wait", DAY), COLLECTOR);

    holds.release(id, DAY.plusDays(5), "Agreed", COLLECTOR);

    assertThat(holds.view(id).inForceOn(DAY.plusDays(4))).isTrue();
    assertThat(holds.view(id).inForceOn(DAY.plusDays(5))).isFalse();
    assertThatExceptionOfType(RuleViolation.class)
        .isThrownBy(() -> holds.release(id, DAY.plusDays(6), "Again", COLLECTOR))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo("hold.already-released"));
  }

  @Test
  void refusesWhatFitsNothing() {
    CustomerId other = debtors.customer("L-2");

    refuses(NewHold.onItem(other, item, HoldReason.MANAGER, "Wait", DAY), "hold.other-customer");
    refuses(
        new NewHold(
            lotus,
            java.util.Currency.getInstance("EUR"),
            item,
            null,
            HoldReason.MANAGER,
            "Wait",
            DAY,
            null),
        "hold.other-currency");
    assertThatExceptionOfType(RuleViolation.class)
        .isThrownBy(() -> NewHold.onItem(lotus, item, HoldReason.MANAGER, " ", DAY));
  }

  @Test
  void aDisputeHoldsItsAmountUntilItIsSettled() {
    DisputeId id =
        disputes.raise(
            new NewDispute(
                lotus, INR, item, inr("200.00"), Department.OPERATIONS, "Two boxes short", DAY),
            COLLECTOR);
    HoldView hold = holds.view(disputes.view(id).hold());
    assertThat(hold.amount()).isEqualByComparingTo("200.00");
    assertThatExceptionOfType(RuleViolation.class)
        .isThrownBy(
            () ->
                disputes.raise(
                    new NewDispute(lotus, INR, item, null, Department.SALES, "Price", DAY),
                    COLLECTOR))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo("dispute.already-open"));

    disputes.settle(id, DisputeState.REJECTED, "Signed in full", DAY.plusDays(3), COLLECTOR);

    assertThat(holds.view(hold.id()).releasedOn()).isEqualTo(DAY.plusDays(3));
    assertThat(disputes.ofCustomer(lotus))
        .extracting(DisputeView::state)
        .containsExactly(DisputeState.REJECTED);
  }

  @Test
  void everyContactLeavesATraceAndAnAgreedCallComesBack() {
    contacts.log(
        new ContactEntry(
            lotus,
            INR,
            null,
            ContactKind.CALL,
            ContactOutcome.REACHED,
            "Ms Rao",
            "In a meeting",
            DAY,
            DAY.plusDays(1)),
        COLLECTOR);

    assertThat(contacts.ofCustomer(lotus))
        .singleElement()
        .satisfies(contact -> assertThat(contact.person()).isEqualTo("Ms Rao"));
    assertThat(followUps.due(DAY, 10)).isEmpty();
    FollowUpView call = followUps.due(DAY.plusDays(1), 10).get(0);
    assertThat(call.text()).isEqualTo("Call again: In a meeting");
    followUps.done(call.id(), DAY.plusDays(1), COLLECTOR);
    assertThat(followUps.due(DAY.plusDays(1), 10)).isEmpty();
  }

  private void refuses(NewHold hold, String code) {
    assertThatExceptionOfType(RuleViolation.class)
        .isThrownBy(() -> holds.place(hold, COLLECTOR))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
