package io.dunwell.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunwell.DunwellTest;
import io.dunwell.correspondence.LetterId;
import io.dunwell.correspondence.Letters;
import io.dunwell.correspondence.events.LetterFailed;
import io.dunwell.ledger.ExchangeRates;
import io.dunwell.party.CustomerId;
import io.dunwell.receivables.ItemId;
import io.dunwell.receivables.ItemView;
import io.dunwell.receivables.OpenItems;
import io.dunwell.resolution.HoldReason;
import io.dunwell.resolution.Holds;
import io.dunwell.resolution.NewHold;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@DunwellTest
class NoticeTests {

  private static final LocalDate DUE = Story.DUE;
  private static final Actor CLERK = Story.CLERK;

  private static final String CHARGING =
      """
      {"levels": [{"level": 1, "threshold": 10,
                   "fee": "10.00", "interest": {"annualPercent": "10"}},
                  {"level": 2, "threshold": 20, "interest": "10"}]}""";

  @Autowired Story story;
  @Autowired DailyRuns runs;
  @Autowired Notices notices;
  @Autowired Withdrawals withdrawals;
  @Autowired ChargeWaivers waivers;
  @Autowired OpenItems items;
  @Autowired Holds holds;
  @Autowired Letters letters;
  @Autowired Why why;
  @Autowired ExchangeRates rates;
  @Autowired TransactionTemplate transaction;
  @Autowired ApplicationEventPublisher events;

  @Test
  @DisplayName("D1 nothing is charged unless the policy says so")
  void d1_noCharges() {
    story.invoice(story.customer("C1"), "A", "100.00", DUE);
    story.daysPass(DUE, DUE.plusDays(3));

    assertThat(first().fee()).isEqualTo("0.00");
    assertThat(first().interest()).isEqualTo("0.00");
    assertThat(first().chased()).isEqualTo("100.00");
  }

  @Test
  @DisplayName("D3 fee 10 and interest 10 % p.a. are posted, and all of it paid settles all of it")
  void d3_feeAndInterest() {
    story.policy(CHARGING);
    CustomerId customer = story.customer("C1");
    ItemId item = story.invoice(customer, "A", "3650.00", DUE);

    story.daysPass(DUE.plusDays(9), DUE.plusDays(10));

    assertThat(first().fee()).isEqualTo("10.00");
    assertThat(first().interest()).isEqualTo("10.00");
    for (ItemView open : items.ofCustomer(customer, true)) {
      story.pays(customer, open.id(), open.open().text(), DUE.plusDays(11));
    }
    assertThat(items.ofCustomer(customer, true)).isEmpty();
    assertThat(items.view(item).open().isZero()).isTrue();
  }

  @Test
  void noDayIsChargedTwiceAndAnEarlierReceiptGivesInterestBack() {
    story.policy(CHARGING);
    CustomerId customer = story.customer("C1");
    ItemId item = story.invoice(customer, "A", "3650.00", DUE);
    story.daysPass(DUE.plusDays(9), DUE.plusDays(20));

    assertThat(all()).extracting(NoticeView::interest).containsExactly("10.00", "10.00");

    story.pays(customer, item, "3650.00", DUE.plusDays(16));
    assertThat(openInterest(customer)).isEqualTo(Money.of("15.00", "EUR"));
  }

  @Test
  void chargesCanBeWaivedWithAReason() {
    story.policy(CHARGING);
    CustomerId customer = story.customer("C1");
    story.invoice(customer, "A", "3650.00", DUE);
    story.daysPass(DUE.plusDays(9), DUE.plusDays(10));

    waivers.waive(new NoticeId(first().id()), "goodwill", CLERK);

    assertThat(items.ofCustomer(customer, true)).extracting(ItemView::number).containsExactly("A");
    assertThat(first().status()).isEqualTo("DONE");
    assertThatThrownBy(() -> waivers.waive(new NoticeId(first().id()), "again", CLERK))
        .hasMessageContaining("charged nothing");
  }

  @Test
  @DisplayName("D25 the newest notice is withdrawn first; levels and charges are restored")
  void d25_withdrawal() {
    story.policy(CHARGING);
    CustomerId customer = story.customer("C1");
    story.invoice(customer, "A", "3650.00", DUE);
    story.daysPass(DUE.plusDays(9), DUE.plusDays(20));
    NoticeView older = all().get(0);
    NoticeView newer = all().get(1);

    assertThatThrownBy(() -> withdrawals.withdraw(new NoticeId(older.id()), "wrong", CLERK))
        .hasMessageContaining("newest first");
    withdrawals.withdraw(new NoticeId(newer.id()), "wrong", CLERK);
    withdrawals.withdraw(new NoticeId(older.id()), "wrong", CLERK);

    assertThat(all()).extracting(NoticeView::status).containsOnly("WITHDRAWN");
    assertThat(items.ofCustomer(customer, true)).extracting(ItemView::number).containsExactly("A");
    assertThat(letterOf(older)).contains("A");
    story.daysPass(DUE.plusDays(21), DUE.plusDays(21));
    assertThat(all().get(2).lines()).extracting(NoticeView.Line::level).containsExactly(1);
  }

  @Test
  @DisplayName("D5 two instalments: only the one that is due is listed")
  void d5_instalments() {
    CustomerId customer = story.customer("C1");
    ItemId one = story.invoice(customer, "A", "50.00", DUE);
    story.invoice(customer, "B", "50.00", DUE.plusDays(5));
    story.daysPass(DUE, DUE.plusDays(3));

    assertThat(first().lines()).extracting(NoticeView.Line::invoiceNumber).containsExactly("A");
    story.pays(customer, one, "50.00", DUE.plusDays(4));
    assertThat(items.view(one).open().isZero()).isTrue();
  }

  @Test
  void whatIsHeldIsNotAmongTheLinesAndTheRestIsAskedFor() {
    CustomerId customer = story.customer("C1");
    ItemId part = story.invoice(customer, "A", "100.00", DUE);
    ItemId whole = story.invoice(customer, "B", "60.00", DUE);
    hold(customer, part, "30.00");
    hold(customer, whole, null);

    story.daysPass(DUE, DUE.plusDays(3));

    assertThat(first().lines())
        .extracting(line -> line.invoiceNumber() + " " + line.open())
        .containsExactly("A 70.00");
    assertThat(why.of("B", DUE.plusDays(3)).code()).isEqualTo("hold.item");
    assertThat(why.of("B", DUE.plusDays(3)).sentence()).contains("dispute: wrong price");
  }

  @Test
  void moneyWaitingStopsTheLetterAndSaysSo() {
    CustomerId customer = story.customer("C1");
    story.invoice(customer, "A", "100.00", DUE);
    story.money(customer, "100.00", DUE.plusDays(1));

    RunReport report = runs.runNow(DUE.plusDays(3), Actor.SYSTEM);

    assertThat(report.accounts())
        .extracting(RunReport.SkippedAccount::code)
        .containsExactly("cash.waiting");
    assertThat(why.of("A", DUE.plusDays(3)).sentence()).contains("apply it first");
  }

  @Test
  void theAnswerToWhyFollowsTheInvoiceThroughItsDays() {
    story.invoice(story.customer("C1"), "A", "100.00", DUE);

    assertThat(why.of("A", DUE.plusDays(2)).code()).isEqualTo("step.not-due");
    assertThat(why.of("A", DUE.plusDays(3)).chased()).isTrue();
    story.daysPass(DUE, DUE.plusDays(3));
    assertThat(why.of("A", DUE.plusDays(3)).sentence())
        .isEqualTo(
            "It is 3 days overdue; its next step (2, second reminder) comes on 12 Mar 2026.");
    assertThat(why.of("A", DUE.plusDays(3)).account()).isNotNull();
  }

  @Test
  void lateRunsChaseWhatWasOwedThenAndStillIs() {
    CustomerId customer = story.customer("C1");
    ItemId paid = story.invoice(customer, "A", "100.00", DUE);
    story.invoice(customer, "B", "40.00", DUE);
    story.pays(customer, paid, "100.00", DUE.plusDays(8));

    runs.runNow(DUE.plusDays(3), Actor.SYSTEM);

    assertThat(first().lines()).extracting(NoticeView.Line::invoiceNumber).containsExactly("B");
  }

  @Test
  void aLetterThatIsRefusedIsNoActAndIsRepeatedAtTheSameLevel() {
    CustomerId customer = story.customer("C1");
    story.invoice(customer, "A", "100.00", DUE);
    withGates(3);
    NoticeView refused = first();
    transaction.executeWithoutResult(
        status ->
            events.publishEvent(
                new LetterFailed(
                    Objects.requireNonNull(refused.letter()),
                    customer.value(),
                    "EUR",
                    DUE.plusDays(3),
                    true,
                    "550 no such user")));

    assertThat(first().status()).isEqualTo("FAILED");
    assertThat(withGates(4).accounts())
        .extracting(RunReport.SkippedAccount::code)
        .containsExactly("address.refused");
    story.correctsAddress("C1");
    withGates(5);

    assertThat(all().get(1).stage()).isOne();
    assertThat(all().get(1).lines()).extracting(NoticeView.Line::level).containsExactly(1);
  }

  @Test
  void onADayThatIsNoSendingDayNothingIsSent() {
    story.policy(
        """
        {"levels": [{"level": 1, "threshold": 3}],
         "calendar": {"holidays": ["2026-03-05"]}, "maxBankStatementAge": 3}""");
    story.invoice(story.customer("C1"), "A", "100.00", DUE);
    story.money(story.customer("C2"), "1.00", DUE);

    assertThat(codes(withGates(3))).containsExactly("day.not-sending");
    assertThat(codes(withGates(5))).containsExactly("bank.stale");
    story.money(story.idOf("C2"), "1.00", DUE.plusDays(6));
    assertThat(withGates(6).acted()).isOne();
  }

  @Test
  @DisplayName("D21 a fee in a currency without a rate is named, never left out")
  void d21_aFeeWithoutARateIsAReasonAndNotNothing() {
    story.policy(
        """
        {"levels": [{"level": 1, "threshold": 3,
                     "fee": {"currency": "INR", "fixed": "900"}}]}""");
    story.invoice(story.customer("C1"), "A", "100.00", DUE);

    RunReport without = runs.runNow(DUE.plusDays(3), Actor.SYSTEM);
    assertThat(codes(without)).containsExactly("fee.no-exchange-rate");
    assertThat(without.accounts().get(0).sentence()).contains("INR", "EUR", "5 Mar 2026");
    assertThat(why.of("A", DUE.plusDays(3)).code()).isEqualTo("fee.no-exchange-rate");
    rates.put(
        Currency.getInstance("INR"),
        Currency.getInstance("EUR"),
        DUE,
        new BigDecimal("0.01"),
        CLERK);
    runs.runNow(DUE.plusDays(4), Actor.SYSTEM);

    assertThat(first().fee()).isEqualTo("9.00");
  }

  private RunReport withGates(int day) {
    return runs.run(DUE.plusDays(day), false, Actor.SYSTEM, false, true);
  }

  private static List<String> codes(RunReport report) {
    return report.accounts().stream().map(RunReport.SkippedAccount::code).toList();
  }

  private Money openInterest(CustomerId customer) {
    return items.ofCustomer(customer, true).stream()
        .filter(item -> item.number().startsWith("INTEREST"))
        .map(ItemView::open)
        .reduce(Money.of("0.00", "EUR"), Money::plus);
  }

  private String letterOf(NoticeView notice) {
    LetterId letter = new LetterId(Objects.requireNonNull(notice.letter()));
    return new String(letters.html(letter), StandardCharsets.UTF_8);
  }

  private void hold(CustomerId customer, ItemId item, @Nullable String amount) {
    holds.place(
        new NewHold(
            customer,
            null,
            item,
            amount == null ? null : Money.of(amount, "EUR"),
            HoldReason.DISPUTE,
            "wrong price",
            DUE,
            null),
        CLERK);
  }

  private NoticeView first() {
    return all().get(0);
  }

  private List<NoticeView> all() {
    return notices.find(new NoticeQuery(null, null, null, null), 0, 100).content();
  }
}
