package io.dunwell.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dunwell.DunwellTest;
import io.dunwell.ledger.ExchangeRates;
import io.dunwell.party.CustomerId;
import io.dunwell.receipts.ReceiptId;
import io.dunwell.receipts.Receipts;
import io.dunwell.receivables.Ageing;
import io.dunwell.receivables.AgeingBy;
import io.dunwell.receivables.AgeingQuery;
import io.dunwell.receivables.AgeingRow;
import io.dunwell.receivables.DocumentKind;
import io.dunwell.receivables.ItemId;
import io.dunwell.receivables.ItemView;
import io.dunwell.receivables.NewDocument;
import io.dunwell.receivables.OpenItems;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import io.dunwell.workflow.Answer;
import io.dunwell.workflow.TaskView;
import io.dunwell.workflow.Tasks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What other systems test their dunning with (acceptance.md, section 4.1), end to end. */
@DunwellTest
class DunningAcceptanceTests {

  private static final LocalDate DUE = Story.DUE;
  private static final Actor CLERK = Story.CLERK;
  private static final Currency CHF = Currency.getInstance("CHF");
  private static final Currency EUR = Currency.getInstance("EUR");

  @Autowired Story story;
  @Autowired DailyRuns runs;
  @Autowired Notices notices;
  @Autowired OpenItems items;
  @Autowired Receipts receipts;
  @Autowired Ageing ageing;
  @Autowired ExchangeRates rates;
  @Autowired Tasks tasks;
  @Autowired Why why;
  @Autowired JdbcClient jdbc;

  @Test
  @DisplayName("D2 100 for 15 days at 10 % a year and a fee of 10: interest 0.41, in all 110.41")
  void d2_feeAndInterest() {
    story.policy(charging(15));
    CustomerId customer = story.customer("C1");
    story.invoice(customer, "A", "100.00", DUE);
    runs.runNow(DUE.plusDays(15), Actor.SYSTEM);

    assertThat(only().interest()).isEqualTo("0.41");
    assertThat(only().fee()).isEqualTo("10.00");
    assertThat(total(customer)).isEqualTo("110.41");
  }

  @Test
  @DisplayName("D4 a part payment: what is left is asked for, and all of it paid ends the case")
  void d4_partPayment() {
    story.policy(charging(15));
    CustomerId customer = story.customer("C1");
    ItemId item = story.invoice(customer, "A", "100.00", DUE);
    runs.runNow(DUE.plusDays(15), Actor.SYSTEM);
    story.pays(customer, item, "40.00", DUE.plusDays(16));

    assertThat(items.view(item).open()).isEqualTo(eur("60.00"));
    assertThat(total(customer)).isEqualTo("70.41");
    runs.runNow(DUE.plusDays(16), Actor.SYSTEM);
    for (ItemView open : items.ofCustomer(customer, true)) {
      story.pays(customer, open.id(), open.open().text(), DUE.plusDays(17));
    }
    assertThat(runs.runNow(DUE.plusDays(17), Actor.SYSTEM).casesClosed()).isOne();
  }

  @Test
  @DisplayName("D5 a payment is cancelled: the invoice is overdue again and so is its case")
  void d5_cancelledPayment() {
    CustomerId customer = story.customer("C1");
    ItemId item = story.invoice(customer, "A", "100.00", DUE);
    story.daysPass(DUE, DUE.plusDays(3));
    ReceiptId receipt = story.money(customer, "100.00", DUE.plusDays(4));
    receipts.allocate(receipt, item, eur("100.00"), DUE.plusDays(4), CLERK);
    assertThat(runs.runNow(DUE.plusDays(4), Actor.SYSTEM).casesClosed()).isOne();

    receipts.cancel(receipt, "the cheque bounced", DUE.plusDays(5), CLERK);
    story.daysPass(DUE.plusDays(5), DUE.plusDays(10));

    assertThat(all()).extracting(NoticeView::stage).containsExactly(1, 2);
  }

  @Test
  @DisplayName("D8 the letter asks for what is left, not for what was invoiced")
  void d8_theAmountIsWhatIsLeft() {
    CustomerId customer = story.customer("C1");
    ItemId item = story.invoice(customer, "A", "100.00", DUE);
    story.pays(customer, item, "30.00", DUE.plusDays(1));
    story.daysPass(DUE, DUE.plusDays(3));

    assertThat(only().lines())
        .extracting(NoticeView.Line::invoiceNumber, NoticeView.Line::open)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("A", "70.00"));
  }

  @Test
  @DisplayName("D9 an invoice that was settled before the first run never appears")
  void d9_settledFromTheStart() {
    CustomerId customer = story.customer("C1");
    ItemId item = story.invoice(customer, "A", "100.00", DUE);
    story.pays(customer, item, "100.00", DUE.plusDays(1));
    story.daysPass(DUE.plusDays(2), DUE.plusDays(50));

    assertThat(all()).isEmpty();
  }

  @Test
  @DisplayName("D10 the fee is that of the level: none at the first, 10 at the second")
  void d10_theFeeOfTheLevel() {
    story.policy(
        """
        {"levels": [{"level": 1, "threshold": 3}, {"level": 2, "threshold": 10, "fee": "10"}]}""");
    CustomerId customer = story.customer("C1");
    story.invoice(customer, "A", "100.00", DUE);
    story.daysPass(DUE, DUE.plusDays(10));

    assertThat(all()).extracting(NoticeView::fee).containsExactly("0.00", "10.00");
    assertThat(items.ofCustomer(customer, true))
        .extracting(ItemView::kind)
        .containsExactlyInAnyOrder(DocumentKind.INVOICE, DocumentKind.FEE);
    story.daysPass(DUE.plusDays(11), DUE.plusDays(60));
    assertThat(all()).as("the fee itself climbs no ladder").hasSize(2);
  }

  @Test
  @DisplayName("D19 EUR 100 at 1.5 is CHF 150 in the company's view; the letter stays in EUR")
  void d19_theCompanysView() {
    CustomerId customer = story.customer("C1");
    story.invoice(customer, "A", "100.00", DUE);
    rates.put(EUR, CHF, DUE, new BigDecimal("1.5"), CLERK);
    runs.runNow(DUE.plusDays(3), Actor.SYSTEM);

    AgeingRow candidate =
        ageing
            .asOf(AgeingQuery.of(DUE.plusDays(3), AgeingBy.ITEM).ofCustomer(customer).in(CHF))
            .rows()
            .get(0);
    assertThat(candidate.key()).isEqualTo("A");
    assertThat(candidate.overdue()).isEqualTo(Money.of("150.00", "CHF"));
    assertThat(only().currency()).isEqualTo("EUR");
    assertThat(only().chased()).isEqualTo("100.00");
  }

  @Test
  @DisplayName("D19 what was worked once is never worked again at the same level")
  void d19_neverTwice() {
    story.invoice(story.customer("C1"), "A", "100.00", DUE);
    for (int day = 3; day <= 9; day++) {
      runs.runNow(DUE.plusDays(day), Actor.SYSTEM);
      runs.runNow(DUE.plusDays(day), Actor.SYSTEM);
    }

    assertThat(all()).extracting(NoticeView::stage).containsExactly(1);
    assertThat(why.of("A", DUE.plusDays(9)).code()).isEqualTo("step.not-due");
  }

  @Test
  @DisplayName("D19 a write-off can be proposed at the escalation and at no other level")
  void d19_writeOffOnlyWhereItBelongs() {
    CustomerId customer = story.customer("C1");
    story.invoice(customer, "A", "100.00", DUE);
    story.daysPass(DUE, DUE.plusDays(17));
    Answer writeOff =
        new Answer(Map.of("outcome", "write-off", "decision", "write-off", "reason", "Gone"));

    assertThatExceptionOfType(RuleViolation.class)
        .isThrownBy(() -> tasks.answer(task("callCustomer").id(), writeOff));
    assertThat(proposals()).isZero();
    story.daysPass(DUE.plusDays(18), DUE.plusDays(44));
    assertThat(tasks.waiting("decideEscalation", 10)).isEmpty();
    story.daysPass(DUE.plusDays(45), DUE.plusDays(45));
    tasks.answer(task("decideEscalation").id(), writeOff);
    assertThat(proposals()).isOne();
  }

  @Test
  @DisplayName("D20 several invoices of a customer are one letter, of two customers two")
  void d20_oneLetterForACustomer() {
    CustomerId one = story.customer("C1");
    story.invoice(one, "A", "100.00", DUE);
    story.invoice(one, "B", "50.00", DUE);
    story.invoice(story.customer("C2"), "C", "10.00", DUE);
    runs.runNow(DUE.plusDays(3), Actor.SYSTEM);

    assertThat(all()).extracting(NoticeView::chased).containsExactlyInAnyOrder("150.00", "10.00");
  }

  @Test
  @DisplayName("D22 each currency has a letter of its own, and nothing is added across")
  void d22_aLetterForEachCurrency() {
    CustomerId customer = story.customer("C1");
    story.invoice(customer, "A", "100.00", DUE);
    items.open(
        new NewDocument(
            customer,
            DocumentKind.INVOICE,
            "B",
            DUE.minusDays(30),
            DUE,
            Money.of("70.00", "USD"),
            null,
            "test"),
        CLERK);
    runs.runNow(DUE.plusDays(3), Actor.SYSTEM);

    assertThat(all())
        .extracting(notice -> notice.currency() + " " + notice.chased())
        .containsExactlyInAnyOrder("EUR 100.00", "USD 70.00");
  }

  @Test
  @DisplayName(
      "D23 a credit note of less than the invoice: the letter shows it and asks for the rest")
  void d23_aSmallerCreditNote() {
    CustomerId customer = story.customer("C1");
    story.invoice(customer, "A", "100.00", DUE);
    items.open(
        new NewDocument(
            customer,
            DocumentKind.CREDIT_NOTE,
            "CN",
            DUE.minusDays(1),
            DUE.minusDays(1),
            eur("30.00"),
            null,
            "test"),
        CLERK);
    runs.runNow(DUE.plusDays(3), Actor.SYSTEM);

    assertThat(
            jdbc.sql("select credits::numeric(19,2)::text from dunning.notice")
                .query(String.class)
                .single())
        .isEqualTo("30.00");
    assertThat(only().chased()).isEqualTo("100.00");
  }

  @ParameterizedTest
  @DisplayName("D24 days of grace: with a level at 5 days nothing happens on days 1 to 4")
  @CsvSource({"1, 0", "4, 0", "5, 1"})
  void d24_grace(int day, int letters) {
    story.policy("{\"levels\": [{\"level\": 1, \"threshold\": 5}]}");
    story.invoice(story.customer("C1"), "A", "100.00", DUE);
    runs.runNow(DUE.plusDays(day), Actor.SYSTEM);

    assertThat(all()).hasSize(letters);
  }

  @ParameterizedTest
  @DisplayName("D27 boundaries: exactly at the age, the sum and the count something happens")
  @CsvSource({"9, 100.00, 0", "10, 99.99, 0", "10, 100.00, 1", "11, 100.01, 1"})
  void d27_boundariesAreInclusive(int age, String sum, int letters) {
    story.policy(
        """
        {"minimumAmounts": {"EUR": "100"}, "levels": [{"level": 1, "threshold": 10}]}""");
    story.invoice(story.customer("C1"), "A", sum, DUE);
    runs.runNow(DUE.plusDays(age), Actor.SYSTEM);

    assertThat(all()).hasSize(letters);
  }

  @Test
  @DisplayName("D27 our policies know no count: one item is enough, however many there are not")
  void d27_oneItemIsEnough() {
    CustomerId customer = story.customer("C1");
    runs.runNow(DUE.plusDays(9), Actor.SYSTEM);
    assertThat(all()).isEmpty();
    story.invoice(customer, "A", "100.00", DUE);
    runs.runNow(DUE.plusDays(10), Actor.SYSTEM);

    assertThat(all()).hasSize(1);
  }

  @Test
  @DisplayName("D33 two invoices below the minimum reach it together")
  void d33_theSumCounts() {
    story.policy(
        """
        {"minimumAmounts": {"EUR": "50.99"}, "levels": [{"level": 1, "threshold": 3}]}""");
    CustomerId customer = story.customer("C1");
    story.invoice(customer, "A", "50.00", DUE);
    runs.runNow(DUE.plusDays(3), Actor.SYSTEM);
    assertThat(all()).isEmpty();
    story.invoice(customer, "B", "1.00", DUE.plusDays(1));
    runs.runNow(DUE.plusDays(4), Actor.SYSTEM);

    assertThat(only().chased()).isEqualTo("51.00");
  }

  @Test
  @DisplayName("D34 at the top of the ladder nothing is sent any more")
  void d34_theTop() {
    story.policy("{\"levels\": [{\"level\": 1, \"threshold\": 3}]}");
    story.invoice(story.customer("C1"), "A", "100.00", DUE);
    story.daysPass(DUE, DUE.plusDays(90));

    assertThat(all()).hasSize(1);
    assertThat(why.of("A", DUE.plusDays(90)).code()).isEqualTo("ladder.at-top");
  }

  private static String charging(int threshold) {
    return """
        {"levels": [{"level": 1, "threshold": %d, "fee": "10",
                     "interest": {"annualPercent": "10"}}]}"""
        .formatted(threshold);
  }

  private String total(CustomerId customer) {
    return items.ofCustomer(customer, true).stream()
        .map(ItemView::open)
        .reduce(Money.zero(EUR), Money::plus)
        .text();
  }

  private TaskView task(String key) {
    return tasks.waiting(key, 10).get(0);
  }

  private long proposals() {
    return jdbc.sql("select count(*) from resolution.v_write_off_proposal")
        .query(Long.class)
        .single();
  }

  private NoticeView only() {
    assertThat(all()).hasSize(1);
    return all().get(0);
  }

  private List<NoticeView> all() {
    return notices.find(new NoticeQuery(null, null, null, null), 0, 100).content();
  }

  private static Money eur(String amount) {
    return Money.of(amount, "EUR");
  }
}
