package io.dunwell.receivables;

import static io.dunwell.Trade.CLERK;
import static io.dunwell.Trade.DAY;
import static io.dunwell.Trade.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dunwell.DunwellTest;
import io.dunwell.Trade;
import io.dunwell.ledger.ExchangeRates;
import io.dunwell.party.CustomerId;
import io.dunwell.party.Instalment;
import io.dunwell.party.PaymentTerms;
import io.dunwell.receipts.ReceiptId;
import io.dunwell.receipts.Receipts;
import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What other systems test their ageing reports with (acceptance.md, section 4.2). */
@DunwellTest
class AgeingAcceptanceTests {

  private static final Money HUNDRED = eur("100.00");

  @Autowired Trade trade;
  @Autowired Ageing ageing;
  @Autowired Receipts receipts;
  @Autowired OpenItems openItems;
  @Autowired Statements statements;
  @Autowired Histories histories;
  @Autowired ExchangeRates rates;

  @Test
  @DisplayName("A1 an invoice in three instalments is three rows")
  void a1() {
    CustomerId customer =
        trade.customer(
            "C1",
            PaymentTerms.instalments(
                new Instalment(BigDecimal.valueOf(30), 30),
                new Instalment(BigDecimal.valueOf(50), 60),
                new Instalment(BigDecimal.valueOf(20), 90)));
    trade.invoiceOnTerms(customer, "INV-1", "100.00", DAY);

    assertThat(items(DAY))
        .extracting(AgeingRow::key, AgeingRow::dueOn, row -> row.total().text())
        .containsExactly(
            tuple("INV-1/1", DAY.plusDays(30), "30.00"),
            tuple("INV-1/2", DAY.plusDays(60), "50.00"),
            tuple("INV-1/3", DAY.plusDays(90), "20.00"));
    assertThat(total(DAY.plusDays(61)).buckets().get(0)).isEqualTo(eur("50.00"));
    assertThat(total(DAY.plusDays(61)).buckets().get(1)).isEqualTo(eur("30.00"));
    assertThat(total(DAY.plusDays(61)).notDue()).isEqualTo(eur("20.00"));
  }

  @Test
  @DisplayName("A3 an invoice and the credit note that takes all of it are no rows")
  void a3() {
    ItemView invoice = trade.owed("100.00");
    ItemView credit = trade.creditNote(invoice.customer(), "CN-1", "100.00", DAY);
    receipts.applyCredit(credit.id(), invoice.id(), eur("100.00"), DAY, CLERK);

    assertThat(items(DAY)).isEmpty();
    assertThat(total(DAY).total()).isEqualTo(eur("0.00"));
  }

  @Test
  @DisplayName("A5 a part-paid invoice and a credit note of its own are two rows")
  void a5() {
    ItemView invoice = trade.owed("100.00");
    trade.paid(invoice, "r1", "40.00", DAY);
    trade.creditNote(invoice.customer(), "CN-1", "100.00", DAY);

    assertThat(items(DAY))
        .extracting(AgeingRow::key, row -> row.notDue().text(), row -> row.unapplied().text())
        .containsExactly(tuple("CN-1", "0.00", "-100.00"), tuple("INV-1", "60.00", "0.00"));
  }

  @Test
  @DisplayName("A7 foreign items in the company's currency: at the day's rate, no entry rewritten")
  void a7() {
    CustomerId customer = trade.customer("C1");
    openItems.open(
        new NewDocument(
            customer,
            DocumentKind.INVOICE,
            "INV-1",
            DAY,
            DAY.plusDays(30),
            Money.of("100.00", "USD"),
            null,
            "test"),
        CLERK);
    Currency usd = Currency.getInstance("USD");
    Currency inr = Currency.getInstance("INR");
    rates.put(usd, inr, DAY, new BigDecimal("80"), CLERK);
    rates.put(usd, inr, DAY.plusDays(10), new BigDecimal("85"), CLERK);

    assertThat(total(DAY).total()).isEqualTo(Money.of("100.00", "USD"));
    assertThat(in(inr, DAY).total()).isEqualTo(Money.of("8000.00", "INR"));
    assertThat(in(inr, DAY.plusDays(10)).total())
        .as("the peer books the difference of 500 as a payment; ours only looks at it otherwise")
        .isEqualTo(Money.of("8500.00", "INR"));
  }

  @Test
  @DisplayName("A9 money of tomorrow does not count today, and what is too much stays apart")
  void a9() {
    ItemView invoice = trade.owed("100.00");
    ReceiptId receipt = trade.receipt(invoice.customer(), "r1", "110.00", DAY.plusDays(1));
    trade.pay(receipt, invoice, "100.00", DAY.plusDays(1));

    assertThat(items(DAY))
        .extracting(AgeingRow::key, row -> row.total().text())
        .containsExactly(tuple("INV-1", "100.00"));
    assertThat(items(DAY.plusDays(1)))
        .extracting(AgeingRow::key, row -> row.unapplied().text())
        .containsExactly(tuple("RC-000001", "-10.00"));
  }

  @Test
  @DisplayName("A9 one receipt over two invoices")
  void a9OverTwo() {
    CustomerId customer = trade.customer("C1");
    trade.invoice(customer, "INV-1", "50.00", DAY, DAY.plusDays(30));
    trade.invoice(customer, "INV-2", "50.00", DAY, DAY.plusDays(30));
    ReceiptId receipt = trade.receipt(customer, "r1", "100.00", DAY.plusDays(1));
    receipts.allocateOldestFirst(receipt, DAY.plusDays(1), CLERK);

    assertThat(items(DAY)).hasSize(2);
    assertThat(items(DAY.plusDays(1))).isEmpty();
  }

  @Test
  @DisplayName("A11 a cent that is left is shown")
  void a11() {
    ItemView invoice = trade.owed("100.00");
    trade.paid(invoice, "r1", "99.99", DAY);

    assertThat(items(DAY)).extracting(row -> row.total().text()).containsExactly("0.01");
  }

  @Test
  @DisplayName("A13 a customer's invoices add up")
  void a13() {
    CustomerId customer = trade.customer("C1");
    trade.invoice(customer, "INV-1", "100.00", DAY, DAY.plusDays(30));
    trade.invoice(customer, "INV-2", "85.00", DAY, DAY.plusDays(30));

    assertThat(rows(AgeingQuery.of(DAY, AgeingBy.CUSTOMER)))
        .extracting(AgeingRow::key, AgeingRow::name, row -> row.total().text())
        .containsExactly(tuple("C1", "Customer C1", "185.00"));
  }

  @Test
  @DisplayName("A15 an advance stands apart until it is put to the invoice")
  void a15() {
    CustomerId customer = trade.customer("C1");
    ItemView invoice = trade.invoice(customer, "INV-1", "200.00", DAY, DAY);
    LocalDate day = DAY.plusDays(1);
    assertThat(total(day).buckets().get(0)).isEqualTo(eur("200.00"));

    trade.receipt(customer, "r1", "50.00", day);
    assertThat(total(day).unapplied()).isEqualTo(eur("-50.00"));
    assertThat(total(day).buckets().get(0))
        .as("the peer takes the advance off the bucket; ours shows it in its own column")
        .isEqualTo(eur("200.00"));
    assertThat(total(day).total()).isEqualTo(eur("150.00"));

    trade.paid(invoice, "r2", "125.00", day);
    assertThat(total(day).total()).isEqualTo(eur("25.00"));
  }

  @Test
  @DisplayName("A17 an account's movements, from the first invoice to the closing balance")
  void a17() {
    ItemView invoice = trade.owed("1000.00");
    ItemView credit = trade.creditNote(invoice.customer(), "CN-1", "200.00", DAY.plusDays(1));
    receipts.applyCredit(credit.id(), invoice.id(), eur("200.00"), DAY.plusDays(1), CLERK);
    trade.paid(invoice, "r1", "500.00", DAY.plusDays(2));

    AccountHistory history = histories.of(invoice.account(), DAY.plusDays(1), DAY.plusDays(9));

    assertThat(history.opening()).isEqualTo(eur("1000.00"));
    assertThat(history.movements())
        .extracting(Movement::what, Movement::label, each -> each.amount().text())
        .containsExactly(
            tuple("credit-note", "CN-1", "-200.00"), tuple("receipt", "RC-000001", "-500.00"));
    assertThat(history.closing()).isEqualTo(eur("300.00"));
  }

  @Test
  @DisplayName("A17 a credit note for a paid invoice leaves the customer in credit")
  void a17Credit() {
    ItemView invoice = trade.owed("1000.00");
    trade.paid(invoice, "r1", "1000.00", DAY);
    trade.creditNote(invoice.customer(), "CN-1", "1000.00", DAY.plusDays(1));

    assertThat(histories.of(invoice.account(), DAY, DAY.plusDays(1)).closing())
        .isEqualTo(eur("-1000.00"));
    assertThat(total(DAY.plusDays(1)).unapplied()).isEqualTo(eur("-1000.00"));
  }

  @Test
  @DisplayName("A19 a report for one customer has no rows of another")
  void a19() {
    CustomerId one = trade.customer("C1");
    trade.invoice(one, "INV-1", "150.00", DAY, DAY);
    trade.invoice(trade.customer("C2"), "INV-2", "200.00", DAY, DAY);

    assertThat(rows(AgeingQuery.of(DAY, AgeingBy.ITEM).ofCustomer(one)))
        .extracting(AgeingRow::key)
        .containsExactly("INV-1");
  }

  @Test
  @DisplayName("A21 many due days fall into the buckets that the limits say")
  void a21() {
    LocalDate day = LocalDate.of(2015, 1, 15);
    CustomerId customer = trade.customer("C1");
    trade.invoice(customer, "INV-0", "1500.00", day, day.plusDays(1));
    LocalDate issued = LocalDate.of(2013, 12, 15);
    int number = 1;
    for (String amount : List.of("3000", "4500", "5000", "8000", "9000")) {
      LocalDate due = issued.plusWeeks(number + 1);
      trade.invoice(customer, "INV-" + number++, amount + ".00", issued, due);
    }
    // months are not days: the peer's month columns are ours as day limits
    int yearAgo = (int) java.time.temporal.ChronoUnit.DAYS.between(issued.plusWeeks(4), day);

    AgeingRow row =
        rows(AgeingQuery.of(day, AgeingBy.TOTAL).within(List.of(30, yearAgo - 1))).get(0);

    assertThat(row.notDue()).isEqualTo(eur("1500.00"));
    assertThat(row.buckets()).containsExactly(eur("0.00"), eur("17000.00"), eur("12500.00"));
    assertThat(row.total()).isEqualTo(eur("31000.00"));
  }

  @Test
  @DisplayName("A23 boundary days")
  void a23() {
    CustomerId customer = trade.customer("C1");
    LocalDate due = LocalDate.of(2020, 6, 15);
    trade.invoice(customer, "INV-1", "100.00", due.minusDays(30), due);
    int[][] boundaries = {
      {-7, -1}, {-1, -1}, {0, -1}, {1, 0}, {30, 0}, {31, 1}, {60, 1}, {61, 2}, {90, 2}, {91, 3},
      {120, 3}, {121, 4}, {4000, 4}
    };
    for (int[] boundary : boundaries) {
      for (AgeingRow row : everyWay(customer, due.plusDays(boundary[0]))) {
        assertThat(amountIn(row, boundary[1]))
            .as("%d days overdue", boundary[0])
            .isEqualTo(HUNDRED);
        assertThat(row.total()).isEqualTo(HUNDRED);
      }
    }
  }

  @Test
  @DisplayName("A25 boundary days with other limits: what comes due has one column here")
  void a25() {
    trade.invoice(trade.customer("C1"), "INV-1", "100.00", DAY.minusDays(30), DAY);
    int[][] boundaries = {
      {-7, -1}, {-1, -1}, {0, -1}, {1, 0}, {7, 0}, {8, 1}, {30, 1}, {31, 2}, {60, 2}, {61, 3},
      {90, 3}, {91, 4}
    };
    for (int[] boundary : boundaries) {
      AgeingQuery query =
          AgeingQuery.of(DAY.plusDays(boundary[0]), AgeingBy.TOTAL).within(List.of(7, 30, 60, 90));
      assertThat(amountIn(rows(query).get(0), boundary[1]))
          .as("%d days overdue", boundary[0])
          .isEqualTo(HUNDRED);
    }
  }

  /** What is in a bucket, or not yet due. */
  private static Money amountIn(AgeingRow row, int bucket) {
    return bucket < 0 ? row.notDue() : row.buckets().get(bucket);
  }

  /** The report and the letter's strip have to agree. */
  private List<AgeingRow> everyWay(CustomerId customer, LocalDate day) {
    return Stream.concat(
            Stream.of(AgeingBy.values()).map(by -> rows(AgeingQuery.of(day, by)).get(0)),
            Stream.of(statements.of(customer, Currency.getInstance("EUR"), day).ageing()))
        .toList();
  }

  private List<AgeingRow> items(LocalDate day) {
    return rows(AgeingQuery.of(day, AgeingBy.ITEM));
  }

  private AgeingRow total(LocalDate day) {
    return rows(AgeingQuery.of(day, AgeingBy.TOTAL)).get(0);
  }

  private AgeingRow in(Currency currency, LocalDate day) {
    return rows(AgeingQuery.of(day, AgeingBy.TOTAL).in(currency)).get(0);
  }

  private List<AgeingRow> rows(AgeingQuery query) {
    return ageing.asOf(query).rows();
  }
}
