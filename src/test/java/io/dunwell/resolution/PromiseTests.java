package io.dunwell.resolution;

import static io.dunwell.resolution.Debtors.INR;
import static io.dunwell.resolution.Debtors.inr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.dunwell.DunwellTest;
import io.dunwell.party.CustomerId;
import io.dunwell.receivables.ItemId;
import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DunwellTest
class PromiseTests {

  private static final Actor COLLECTOR = new Actor("collector");
  private static final LocalDate CALLED = LocalDate.of(2026, 3, 2);
  private static final LocalDate PAY_BY = LocalDate.of(2026, 3, 10);

  @Autowired Debtors debtors;
  @Autowired Promises promises;
  @Autowired PromiseWatch watch;
  @Autowired Holds holds;
  @Autowired FollowUps followUps;

  private CustomerId lotus;
  private ItemId older;
  private ItemId younger;

  @BeforeEach
  void lotusOwesTwoInvoices() {
    lotus = debtors.customer("L-1");
    older = debtors.owes(lotus, "INV-1", "700.00", LocalDate.of(2026, 1, 10));
    younger = debtors.owes(lotus, "INV-2", "300.00", LocalDate.of(2026, 2, 10));
  }

  @Test
  void holdsTheAccountUntilItsDatePlusGrace() {
    promise("1000.00");

    HoldView hold = onlyHold();
    assertThat(hold.item()).isNull();
    assertThat(hold.reason()).isEqualTo(HoldReason.PROMISE);
    assertThat(hold.inForceOn(CALLED)).isTrue();
    assertThat(hold.until()).isEqualTo(PAY_BY.plusDays(3));
  }

  @Test
  void holdsOnlyAsMuchAsWasPromisedAndTheOldestFirst() {
    promise("800.00");

    assertThat(holds.ofCustomer(lotus))
        .extracting(HoldView::item)
        .containsExactlyInAnyOrder(older, younger);
    assertThat(holds.ofCustomer(lotus))
        .filteredOn(hold -> younger.equals(hold.item()))
        .singleElement()
        .satisfies(hold -> assertThat(hold.amount()).isEqualByComparingTo("100.00"));
    assertThat(holds.ofCustomer(lotus))
        .filteredOn(hold -> older.equals(hold.item()))
        .singleElement()
        .satisfies(hold -> assertThat(hold.amount()).isNull());
  }

  @Test
  void isKeptOnTheDayTheMoneyIsThere() {
    PromiseId id = promise("1000.00");
    debtors.pays(lotus, "400.00", LocalDate.of(2026, 3, 5));
    watch.check(LocalDate.of(2026, 3, 5));
    assertThat(promises.view(id).state()).isEqualTo(PromiseState.OPEN);

    debtors.pays(lotus, "600.00", LocalDate.of(2026, 3, 9));
    watch.check(LocalDate.of(2026, 3, 9));

    assertThat(promises.view(id).state()).isEqualTo(PromiseState.KEPT);
    assertThat(onlyHold().releasedOn()).isEqualTo(LocalDate.of(2026, 3, 9));
    assertThat(followUps.due(LocalDate.of(2026, 12, 31), 10)).isEmpty();
  }

  @Test
  void isKeptWithinTheGraceDays() {
    PromiseId id = promise("1000.00");
    watch.check(PAY_BY.plusDays(2));
    debtors.pays(lotus, "1000.00", PAY_BY.plusDays(3));

    watch.check(PAY_BY.plusDays(3));

    assertThat(promises.view(id).state()).isEqualTo(PromiseState.KEPT);
  }

  @Test
  void isBrokenTheDayAfterItsGraceAndTheCollectorIsTold() {
    PromiseId id = promise("1000.00");

    watch.check(PAY_BY.plusDays(3));
    assertThat(promises.view(id).state()).isEqualTo(PromiseState.OPEN);
    watch.check(PAY_BY.plusDays(4));
    watch.check(PAY_BY.plusDays(4));

    assertThat(promises.view(id).state()).isEqualTo(PromiseState.BROKEN);
    assertThat(onlyHold().inForceOn(PAY_BY.plusDays(4))).isFalse();
    assertThat(followUps.due(PAY_BY.plusDays(4), 10))
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.kind()).isEqualTo(FollowUpKind.PROMISE_BROKEN);
              assertThat(told.customerNumber()).isEqualTo("L-1");
              assertThat(told.text())
                  .isEqualTo("Promised INR 1,000.00 by 10 Mar 2026, nothing came. Call again.");
            });
  }

  @Test
  void isPartlyKeptWhenSomeOfTheMoneyCame() {
    PromiseId id = promise("1000.00");
    debtors.pays(lotus, "400.00", LocalDate.of(2026, 3, 6));

    watch.check(PAY_BY.plusDays(4));

    assertThat(promises.view(id).state()).isEqualTo(PromiseState.PARTLY_KEPT);
    assertThat(followUps.due(PAY_BY.plusDays(4), 10))
        .extracting(FollowUpView::text)
        .containsExactly("Promised INR 1,000.00 by 10 Mar 2026, only INR 400.00 came. Call again.");
  }

  @Test
  void moneyFromBeforeThePromiseDoesNotCount() {
    debtors.pays(lotus, "1000.00", CALLED);
    PromiseId id = promise("1000.00");

    watch.check(PAY_BY.plusDays(4));

    assertThat(promises.view(id).state()).isEqualTo(PromiseState.BROKEN);
  }

  @Test
  void moneyForAnotherInvoiceDoesNotCount() {
    PromiseId id =
        promises.promise(
            new NewPromise(lotus, INR, List.of(older), part("700.00", PAY_BY), CALLED, ""),
            COLLECTOR);
    debtors.paysItem(lotus, younger, "300.00", LocalDate.of(2026, 3, 4));

    watch.check(PAY_BY.plusDays(4));

    assertThat(promises.view(id).state()).isEqualTo(PromiseState.BROKEN);
    assertThat(onlyHold().item()).isEqualTo(older);
  }

  @Test
  void aBrokenFirstPartBreaksThePromiseAndLetsTheRestLapse() {
    List<NewPromise.Part> parts =
        List.of(
            new NewPromise.Part(inr("500.00"), PAY_BY),
            new NewPromise.Part(inr("500.00"), PAY_BY.plusDays(30)));
    PromiseId id =
        promises.promise(new NewPromise(lotus, INR, List.of(), parts, CALLED, ""), COLLECTOR);

    watch.check(PAY_BY.plusDays(4));

    assertThat(promises.view(id).state()).isEqualTo(PromiseState.BROKEN);
    assertThat(promises.view(id).parts())
        .extracting(PromiseView.Part::outcome)
        .containsExactly("BROKEN", "LAPSED");
    assertThat(onlyHold().releasedOn()).isEqualTo(PAY_BY.plusDays(4));
  }

  @Test
  void isKeptWhenNothingIsOwedAnyMore() {
    PromiseId id = promise("1000.00");
    debtors.paysItem(lotus, older, "700.00", LocalDate.of(2026, 3, 3));
    debtors.paysItem(lotus, younger, "300.00", LocalDate.of(2026, 3, 3));

    watch.check(LocalDate.of(2026, 3, 4));

    assertThat(promises.view(id).state()).isEqualTo(PromiseState.KEPT);
  }

  @Test
  void theLastWordReplacesTheFormerAndItsHold() {
    PromiseId former = promise("1000.00");
    promises.promise(
        NewPromise.of(lotus, inr("1000.00"), PAY_BY.plusDays(7), CALLED.plusDays(2), ""),
        COLLECTOR);

    assertThat(promises.view(former).state()).isEqualTo(PromiseState.REPLACED);
    assertThat(holds.ofCustomer(lotus))
        .filteredOn(hold -> hold.inForceOn(CALLED.plusDays(2)))
        .singleElement()
        .satisfies(hold -> assertThat(hold.until()).isEqualTo(PAY_BY.plusDays(10)));
  }

  @Test
  void promisesAboutDifferentInvoicesStandSideBySide() {
    PromiseId first = promiseOf(older, "700.00", PAY_BY);
    PromiseId second = promiseOf(younger, "300.00", PAY_BY.plusDays(10));

    assertThat(holds.ofCustomer(lotus))
        .allSatisfy(hold -> assertThat(hold.inForceOn(CALLED)).isTrue())
        .extracting(HoldView::item, HoldView::until)
        .containsExactlyInAnyOrder(
            tuple(older, PAY_BY.plusDays(3)), tuple(younger, PAY_BY.plusDays(13)));
    debtors.pays(lotus, "300.00", PAY_BY);
    watch.check(PAY_BY.plusDays(4));
    assertThat(promises.view(first).state()).isEqualTo(PromiseState.PARTLY_KEPT);
    assertThat(promises.view(second).state()).isEqualTo(PromiseState.OPEN);

    debtors.paysItem(lotus, younger, "300.00", PAY_BY.plusDays(9));
    watch.check(PAY_BY.plusDays(9));

    assertThat(promises.view(second).state()).isEqualTo(PromiseState.KEPT);
  }

  @Test
  void promisesOfDifferentSumsStandAsLongAsTheyAreOwed() {
    PromiseId first = promise("400.00");
    PromiseId second =
        promises.promise(
            NewPromise.of(lotus, inr("600.00"), PAY_BY.plusDays(10), CALLED, ""), COLLECTOR);

    assertThat(holds.ofCustomer(lotus))
        .extracting(HoldView::item, HoldView::until, hold -> text(hold.amount()))
        .containsExactlyInAnyOrder(
            tuple(older, PAY_BY.plusDays(3), "400.0000"),
            tuple(older, PAY_BY.plusDays(13), "300.0000"),
            tuple(younger, PAY_BY.plusDays(13), "whole"));
    debtors.pays(lotus, "400.00", PAY_BY);
    watch.check(PAY_BY);
    watch.check(PAY_BY.plusDays(14));

    assertThat(promises.view(first).state()).isEqualTo(PromiseState.KEPT);
    assertThat(promises.view(second).state())
        .as("the money of the first does not count for the second")
        .isEqualTo(PromiseState.BROKEN);
  }

  @Test
  void aWordOnOneInvoiceLeavesThatOnTheWholeAccountAlone() {
    PromiseId whole = promise("1000.00");
    PromiseId one = promiseOf(younger, "300.00", PAY_BY.plusDays(2));
    PromiseId again = promiseOf(younger, "300.00", PAY_BY.plusDays(4));

    assertThat(promises.view(whole).state()).isEqualTo(PromiseState.OPEN);
    assertThat(promises.view(one).state()).isEqualTo(PromiseState.REPLACED);
    assertThat(promises.view(again).state()).isEqualTo(PromiseState.OPEN);
  }

  private PromiseId promiseOf(ItemId item, String amount, LocalDate payBy) {
    return promises.promise(
        new NewPromise(lotus, INR, List.of(item), part(amount, payBy), CALLED, ""), COLLECTOR);
  }

  private static String text(@org.jspecify.annotations.Nullable BigDecimal amount) {
    return amount == null ? "whole" : amount.setScale(4).toPlainString();
  }

  @Test
  void refusesADayThatHasPassedAndOneTooFarAhead() {
    assertThatExceptionOfType(RuleViolation.class)
        .isThrownBy(() -> NewPromise.of(lotus, inr("1.00"), CALLED.minusDays(1), CALLED, ""))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo("promise.in-the-past"));
    assertThatExceptionOfType(RuleViolation.class)
        .isThrownBy(
            () ->
                promises.promise(
                    NewPromise.of(lotus, inr("1.00"), CALLED.plusDays(91), CALLED, ""), COLLECTOR))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo("promise.too-far"));
  }

  private PromiseId promise(String amount) {
    return promises.promise(NewPromise.of(lotus, inr(amount), PAY_BY, CALLED, ""), COLLECTOR);
  }

  private HoldView onlyHold() {
    assertThat(holds.ofCustomer(lotus)).hasSize(1);
    return holds.ofCustomer(lotus).get(0);
  }

  private static List<NewPromise.Part> part(String amount, LocalDate payBy) {
    return List.of(new NewPromise.Part(inr(amount), payBy));
  }
}
