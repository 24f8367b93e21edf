package io.dunwell.receipts;

import static io.dunwell.Trade.CLERK;
import static io.dunwell.Trade.DAY;
import static io.dunwell.Trade.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.dunwell.DunwellTest;
import io.dunwell.Trade;
import io.dunwell.ledger.Account;
import io.dunwell.ledger.Posting;
import io.dunwell.party.CustomerId;
import io.dunwell.receivables.AccountKey;
import io.dunwell.receivables.Ageing;
import io.dunwell.receivables.AgeingBy;
import io.dunwell.receivables.AgeingQuery;
import io.dunwell.receivables.AgeingRow;
import io.dunwell.receivables.Histories;
import io.dunwell.receivables.ItemView;
import io.dunwell.receivables.OpenItems;
import io.dunwell.receivables.PostDated;
import io.dunwell.receivables.Projections;
import io.dunwell.receivables.Settlement;
import io.dunwell.shared.RuleViolation;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Credit notes, part payments, over-payments, refunds (acceptance.md, sections 4.2 and 4.3). */
@DunwellTest
class MoneyAcceptanceTests {

  @Autowired Trade trade;
  @Autowired Receipts receipts;
  @Autowired Payouts payouts;
  @Autowired Ageing ageing;
  @Autowired PostDated postDated;
  @Autowired OpenItems openItems;
  @Autowired Histories histories;
  @Autowired Projections projections;

  @AfterEach
  void whatIsKeptAgreesWithTheLedger() {
    assertThat(projections.differences()).isEmpty();
  }

  @Test
  @DisplayName("A2 a credit note for a part of the invoice leaves the rest")
  void a2() {
    ItemView invoice = trade.owed("100.00");
    ItemView credit = trade.creditNote(invoice.customer(), "CN-1", "20.00", DAY);
    receipts.applyCredit(credit.id(), invoice.id(), eur("20.00"), DAY, CLERK);

    assertThat(items(DAY)).containsExactly("INV-1 80.00");
  }

  @Test
  @DisplayName("A4 a credit note without an invoice is a row of its own, below zero")
  void a4() {
    trade.creditNote(trade.customer("C1"), "CN-1", "100.00", DAY);

    assertThat(items(DAY)).containsExactly("CN-1 -100.00");
    assertThat(total(DAY)).isEqualTo("-100.00");
  }

  @Test
  @DisplayName("A6 paid in two parts, the second written off")
  void a6() {
    ItemView invoice = trade.owed("100.00");
    trade.paid(invoice, "r1", "99.00", DAY);
    assertThat(items(DAY)).containsExactly("INV-1 1.00");

    receipts.writeOff(invoice.id(), eur("1.00"), "small difference", DAY.plusDays(1), CLERK);

    assertThat(items(DAY)).as("on the day before it still stood").containsExactly("INV-1 1.00");
    assertThat(items(DAY.plusDays(1))).isEmpty();
  }

  @Test
  @DisplayName("A9 money of tomorrow stands apart today: 110 dated ahead, 10 of it too much")
  void a9() {
    ItemView invoice = trade.owed("100.00");
    trade.pay(
        trade.receipt(invoice.customer(), "r1", "110.00", DAY.plusDays(1)),
        invoice,
        "100.00",
        DAY.plusDays(1));
    AccountKey account = invoice.account();

    assertThat(items(DAY)).containsExactly("INV-1 100.00");
    assertThat(postDated.of(account, DAY)).isEqualTo(eur("110.00"));
    assertThat(postDated.of(AgeingQuery.of(DAY, AgeingBy.TOTAL))).containsExactly(eur("110.00"));
    assertThat(items(DAY.plusDays(1))).containsExactly("RC-000001 -10.00");
    assertThat(postDated.of(account, DAY.plusDays(1))).isEqualTo(eur("0.00"));
  }

  @Test
  @DisplayName("A10 a part payment that is dated ahead lowers nothing before its day")
  void a10() {
    ItemView invoice = trade.owed("100.00");
    LocalDate later = DAY.plusDays(7);
    trade.paid(invoice, "r1", "40.00", later);

    assertThat(items(later.minusDays(1))).containsExactly("INV-1 100.00");
    assertThat(items(later)).containsExactly("INV-1 60.00");
  }

  @Test
  void whatIsSettledTwiceUnderOneKeyMovesAnItemOnce() {
    ItemView invoice = trade.owed("100.00");
    Settlement paid = settlement("paid:1", invoice, "-40.00");

    openItems.settleAll(List.of(paid, paid), CLERK);
    openItems.settleAll(List.of(paid), CLERK);
    assertThat(trade.open(invoice)).isEqualTo("60.00");

    Settlement back = settlement("paid-back:1", invoice, "40.00");
    openItems.reverse("paid:1", back, CLERK);
    openItems.reverse("paid:1", back, CLERK);
    assertThat(trade.open(invoice)).isEqualTo("100.00");

    assertThatExceptionOfType(RuleViolation.class)
        .as("another amount under that key is another act")
        .isThrownBy(
            () -> openItems.settleAll(List.of(settlement("paid:1", invoice, "-41.00")), CLERK));
  }

  private static Settlement settlement(String key, ItemView item, String amount) {
    Posting other =
        new Posting(
            Account.BANK, item.customer().value(), item.id().value(), eur(amount).negated());
    return new Settlement(
        key, "test", List.of(new Settlement.Move(item, eur(amount))), List.of(other), DAY);
  }

  @Test
  @DisplayName("A17 a customer in credit is paid out, and goes on")
  void a17() {
    ItemView invoice = trade.owed("1000.00");
    trade.paid(invoice, "r1", "1000.00", DAY);
    ItemView credit = trade.creditNote(invoice.customer(), "CN-1", "1000.00", DAY.plusDays(1));
    AccountKey account = invoice.account();
    assertThat(closing(account, DAY.plusDays(1))).isEqualTo("-1000.00");

    payouts.refundCredit(credit.id(), eur("1000.00"), "returned", DAY.plusDays(2), CLERK);
    assertThat(closing(account, DAY.plusDays(2))).isEqualTo("0.00");
    assertThat(items(DAY.plusDays(2))).isEmpty();

    ItemView second =
        trade.invoice(invoice.customer(), "INV-2", "1000.00", DAY.plusDays(3), DAY.plusDays(33));
    trade.paid(second, "r2", "500.00", DAY.plusDays(4));
    assertThat(closing(account, DAY.plusDays(4))).isEqualTo("500.00");
    assertThat(histories.of(account, DAY, DAY.plusDays(4)).movements())
        .extracting(each -> each.what() + " " + each.amount().text())
        .contains("refund 1000.00", "credit-note -1000.00");
  }

  @Test
  @DisplayName("A18 unapplied money is paid out, no more than there is")
  void a18_refundOfUnappliedMoney() {
    CustomerId customer = trade.customer("C1");
    ReceiptId receipt = trade.receipt(customer, "r1", "100.00", DAY);

    payouts.refund(receipt, eur("60.00"), "paid twice", DAY.plusDays(1), CLERK);

    assertThat(total(DAY)).isEqualTo("-100.00");
    assertThat(total(DAY.plusDays(1))).isEqualTo("-40.00");
    assertThat(payouts.of(receipt))
        .extracting(each -> each.amount().text(), PayoutView::reason)
        .containsExactly(tuple("60.00", "paid twice"));
    refused(
        "receipt.not-enough",
        () -> payouts.refund(receipt, eur("40.01"), "more", DAY.plusDays(1), CLERK));
    ItemView invoice = trade.invoice(customer, "INV-9", "100.00", DAY, DAY);
    refused("receipt.not-enough", () -> trade.pay(receipt, invoice, "50.00", DAY));
    refused("receipt.paid-out", () -> receipts.cancel(receipt, "wrong", DAY.plusDays(2), CLERK));
  }

  @Test
  @DisplayName("R2 the second of two part payments is cancelled, then the first")
  void r2() {
    ItemView invoice = trade.owed("200.00");
    ReceiptId first = trade.receipt(invoice.customer(), "r1", "55.00", DAY);
    ReceiptId second = trade.receipt(invoice.customer(), "r2", "145.00", DAY);
    trade.pay(first, invoice, "55.00", DAY);
    trade.pay(second, invoice, "145.00", DAY);
    assertThat(trade.open(invoice)).isEqualTo("0.00");

    receipts.cancel(second, "bounced", DAY.plusDays(1), CLERK);
    assertThat(trade.open(invoice)).isEqualTo("145.00");
    receipts.cancel(first, "bounced", DAY.plusDays(1), CLERK);
    assertThat(trade.open(invoice)).isEqualTo("200.00");
    refused(
        "receipt.already-cancelled", () -> receipts.cancel(first, "again", DAY.plusDays(2), CLERK));
  }

  @Test
  @DisplayName("R4 several part payments of one receipt over several invoices")
  void r4() {
    CustomerId customer = trade.customer("C1");
    ItemView one = trade.invoice(customer, "INV-1", "100.00", DAY, DAY.plusDays(10));
    ItemView two = trade.invoice(customer, "INV-2", "100.00", DAY, DAY.plusDays(20));
    ReceiptId receipt = trade.receipt(customer, "r1", "150.00", DAY);

    trade.pay(receipt, two, "90.00", DAY);
    trade.pay(receipt, one, "60.00", DAY);

    assertThat(List.of(trade.open(one), trade.open(two))).containsExactly("40.00", "10.00");
    refused("receipt.already-applied", () -> trade.pay(receipt, one, "1.00", DAY));
  }

  @Test
  @DisplayName("R14 an over-payment stays with the customer and pays the next invoice")
  void r14() {
    CustomerId customer = trade.customer("C1");
    ItemView first = trade.invoice(customer, "INV-1", "100.00", DAY, DAY.plusDays(10));
    ReceiptId receipt = trade.receipt(customer, "r1", "130.00", DAY);
    receipts.allocateOldestFirst(receipt, DAY, CLERK);
    assertThat(trade.open(first)).isEqualTo("0.00");
    assertThat(receipts.unapplied(receipt)).isEqualTo(eur("30.00"));

    ItemView next = trade.invoice(customer, "INV-2", "50.00", DAY.plusDays(1), DAY.plusDays(31));
    receipts.allocateOldestFirst(receipt, DAY.plusDays(1), CLERK);

    assertThat(trade.open(next)).isEqualTo("20.00");
    refused("item.not-enough", () -> overpay(customer, next));
  }

  @Test
  @DisplayName("R18 a parent company pays for its subsidiary, by an act that is recorded")
  void r18_aParentPaysForItsSubsidiary() {
    CustomerId parent = trade.customer("P1");
    CustomerId child = trade.customer("C1");
    ItemView invoice = trade.invoice(child, "INV-1", "100.00", DAY, DAY.plusDays(30));
    ReceiptId receipt = trade.receipt(parent, "r1", "250.00", DAY);
    refused("allocation.other-account", () -> trade.pay(receipt, invoice, "100.00", DAY));

    ReceiptId given =
        payouts.transfer(receipt, child, eur("100.00"), "pays for C1", DAY.plusDays(1), CLERK);
    receipts.allocateOldestFirst(given, DAY.plusDays(1), CLERK);

    assertThat(trade.open(invoice)).isEqualTo("0.00");
    assertThat(receipts.unapplied(receipt)).isEqualTo(eur("150.00"));
    assertThat(total(DAY)).isEqualTo(total(DAY.plusDays(1))).isEqualTo("-150.00");
    refused("receipt.paid-out", () -> receipts.cancel(receipt, "wrong", DAY.plusDays(2), CLERK));

    receipts.cancel(given, "was meant for another", DAY.plusDays(2), CLERK);
    assertThat(trade.open(invoice)).isEqualTo("100.00");
    assertThat(receipts.unapplied(receipt)).isEqualTo(eur("250.00"));
    receipts.cancel(receipt, "wrong", DAY.plusDays(2), CLERK);
    assertThat(total(DAY.plusDays(2))).isEqualTo("100.00");
    refused(
        "transfer.same-customer",
        () ->
            payouts.transfer(
                trade.receipt(child, "r3", "1.00", DAY), child, eur("1.00"), "x", DAY, CLERK));
  }

  @Test
  @DisplayName("R20 two credit notes and a receipt settle one invoice")
  void r20() {
    ItemView invoice = trade.owed("100.00");
    for (String number : List.of("CN-1", "CN-2")) {
      ItemView credit = trade.creditNote(invoice.customer(), number, "10.00", DAY);
      receipts.applyCredit(credit.id(), invoice.id(), eur("10.00"), DAY, CLERK);
    }
    trade.paid(invoice, "r1", "80.00", DAY);

    assertThat(trade.open(invoice)).isEqualTo("0.00");
    assertThat(items(DAY)).isEmpty();
  }

  @Test
  @DisplayName("R24 a discount is given up by hand; taken back, it is owed again")
  void r24() {
    ItemView invoice = trade.owed("100.00");
    trade.paid(invoice, "r1", "98.00", DAY);
    AllocationId discount =
        receipts.writeOff(invoice.id(), eur("2.00"), "2 % discount", DAY, CLERK);
    assertThat(trade.open(invoice)).isEqualTo("0.00");

    receipts.unallocate(discount, "paid too late for it", DAY.plusDays(1), CLERK);

    assertThat(trade.open(invoice)).isEqualTo("2.00");
  }

  private void overpay(CustomerId customer, ItemView item) {
    trade.pay(trade.receipt(customer, "much", "500.00", DAY), item, "400.00", DAY.plusDays(1));
  }

  private String closing(AccountKey account, LocalDate day) {
    return histories.of(account, DAY, day).closing().text();
  }

  private List<String> items(LocalDate day) {
    return ageing.asOf(AgeingQuery.of(day, AgeingBy.ITEM)).rows().stream()
        .map(row -> row.key() + " " + row.total().text())
        .toList();
  }

  private String total(LocalDate day) {
    return ageing
        .asOf(AgeingQuery.of(day, AgeingBy.TOTAL).ofCurrency(Currency.getInstance("EUR")))
        .rows()
        .stream()
        .map(AgeingRow::total)
        .findFirst()
        .orElse(eur("0.00"))
        .text();
  }

  private static void refused(String code, Runnable act) {
    assertThatExceptionOfType(RuleViolation.class)
        .isThrownBy(act::run)
        .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
