package io.dunwell.receipts;

import static io.dunwell.Trade.CLERK;
import static io.dunwell.Trade.DAY;
import static io.dunwell.Trade.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunwell.DunwellTest;
import io.dunwell.Trade;
import io.dunwell.ledger.Account;
import io.dunwell.ledger.Ledger;
import io.dunwell.party.CustomerId;
import io.dunwell.receivables.ItemFilter;
import io.dunwell.receivables.ItemView;
import io.dunwell.receivables.OpenItems;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What other systems test their cash application with (acceptance.md, section 4.3), as far as it is
 * about amounts; matching of bank lines, tolerances, taxes and exchange differences are not here.
 */
@DunwellTest
class AllocationAcceptanceTests {

  @Autowired Trade trade;
  @Autowired Receipts receipts;
  @Autowired OpenItems openItems;
  @Autowired Ledger ledger;
  @Autowired TransactionTemplate transaction;

  @Test
  @DisplayName("R1 two part payments, one of which is cancelled")
  void r1() {
    ItemView invoice = trade.owed("200.00");
    ReceiptId first = trade.receipt(invoice.customer(), "r1", "55.00", DAY);
    trade.pay(first, invoice, "55.00", DAY);
    trade.paid(invoice, "r2", "35.00", DAY);
    assertThat(trade.open(invoice)).isEqualTo("110.00");

    receipts.cancel(first, "cancelled", DAY.plusDays(1), CLERK);

    assertThat(trade.open(invoice)).isEqualTo("165.00");
  }

  @Test
  @DisplayName("R3 a foreign invoice is paid in its own currency; no difference is booked")
  void r3() {
    ItemView invoice = trade.owed("100.00");
    ReceiptId receipt = trade.receipt(invoice.customer(), "r1", "200.00", DAY);

    trade.pay(receipt, invoice, "100.00", DAY);

    assertThat(trade.open(invoice)).isEqualTo("0.00");
    assertThat(receipts.unapplied(receipt)).isEqualTo(eur("100.00"));
    assertThat(balance(Account.BANK)).isEqualTo("200.00");
  }

  @Test
  @DisplayName("R5 a list of open items keeps to its filter and its size")
  void r5() {
    CustomerId customer = trade.customer("C1");
    for (String amount : List.of("300.00", "400.00", "500.00")) {
      trade.invoice(customer, "INV-" + amount, amount, DAY, DAY.plusDays(30));
    }
    trade.invoice(trade.customer("C2"), "OTHER-1", "400.00", DAY, DAY);
    ItemFilter filter = new ItemFilter(customer, null, false, null, null);

    assertThat(openItems.find(filter, 0, 2).content()).hasSize(2);
    assertThat(openItems.find(filter, 1, 2).content()).hasSize(1);
    assertThat(openItems.find(filter, 0, 3).total()).isEqualTo(3);
    assertThat(openItems.find(new ItemFilter(null, null, null, null, "-400"), 0, 9).total())
        .isEqualTo(1);
  }

  @Test
  @DisplayName("R13 one receipt pays the first invoice and part of the second")
  void r13() {
    CustomerId customer = trade.customer("C1");
    ItemView first = trade.invoice(customer, "INV-1", "100.00", DAY, DAY.plusDays(10));
    ItemView second = trade.invoice(customer, "INV-2", "150.00", DAY, DAY.plusDays(20));

    receipts.allocateOldestFirst(trade.receipt(customer, "r1", "180.00", DAY), DAY, CLERK);

    assertThat(trade.open(first)).isEqualTo("0.00");
    assertThat(trade.open(second)).isEqualTo("70.00");
  }

  @Test
  @DisplayName("R17 what is split in instalments adds up to the cent")
  void r17() {
    assertThat(eur("100.00").split(3))
        .containsExactlyInAnyOrder(eur("33.33"), eur("33.33"), eur("33.34"));
    assertThat(
            io.dunwell.party.PaymentTerms.parse("40% net 0, 30% net 30, 30% net 60")
                .dues(DAY, io.dunwell.shared.Money.of("90.00", "USD")))
        .extracting(due -> due.amount().amount())
        .containsExactly(new BigDecimal("36.00"), new BigDecimal("27.00"), new BigDecimal("27.00"));
  }

  @Test
  @DisplayName("R19 more than both invoices, and less with the rest written off")
  void r19() {
    CustomerId rich = trade.customer("C1");
    trade.invoice(rich, "INV-1", "5.95", DAY, DAY);
    trade.invoice(rich, "INV-2", "5.95", DAY, DAY);
    ReceiptId much = trade.receipt(rich, "r1", "14.00", DAY);
    receipts.allocateOldestFirst(much, DAY, CLERK);
    assertThat(receipts.unapplied(much)).isEqualTo(eur("2.10"));

    CustomerId poor = trade.customer("C2");
    trade.invoice(poor, "INV-3", "5.95", DAY, DAY);
    ItemView second = trade.invoice(poor, "INV-4", "5.95", DAY, DAY);
    receipts.allocateOldestFirst(trade.receipt(poor, "r2", "9.00", DAY), DAY, CLERK);
    assertThat(trade.open(second)).isEqualTo("2.90");
    receipts.writeOff(second.id(), eur("2.90"), "agreed", DAY, CLERK);
    assertThat(trade.open(second)).isEqualTo("0.00");
    assertThat(balance(Account.WRITE_OFF))
        .as("the peer corrects VAT out of it; ours writes off the amount in full")
        .isEqualTo("2.90");
  }

  @Test
  @DisplayName("R21 a credit note and a receipt for one invoice")
  void r21() {
    CustomerId customer = trade.customer("C1");
    ItemView invoice = trade.invoice(customer, "INV-1", "5.95", DAY, DAY);
    ItemView credit = trade.creditNote(customer, "CN-1", "2.38", DAY);
    ReceiptId receipt = trade.receipt(customer, "r1", "5.95", DAY);
    receipts.applyCredit(credit.id(), invoice.id(), eur("2.38"), DAY, CLERK);

    receipts.allocateOldestFirst(receipt, DAY, CLERK);

    assertThat(trade.open(invoice)).isEqualTo("0.00");
    assertThat(receipts.unapplied(receipt)).isEqualTo(eur("2.38"));
  }

  @Test
  @DisplayName("R23 a receipt, and the rest written off (a discount is one, too, without VAT)")
  void r23() {
    CustomerId customer = trade.customer("C1");
    ItemView invoice = trade.invoice(customer, "INV-1", "106.00", DAY, DAY);
    trade.paid(invoice, "r1", "102.00", DAY);
    receipts.writeOff(invoice.id(), eur("2.00"), "discount", DAY, CLERK);
    receipts.writeOff(invoice.id(), eur("2.00"), "small difference", DAY, CLERK);

    assertThat(trade.open(invoice)).isEqualTo("0.00");
    assertThat(balance(Account.RECEIVABLE)).isEqualTo("0.00");
  }

  @Test
  @DisplayName("R25 too little for two invoices fills the older; three characters name nothing")
  void r25() {
    CustomerId customer = trade.customer("C1");
    ItemView younger = trade.invoice(customer, "INV-1", "100.00", DAY, DAY.plusDays(20));
    ItemView older = trade.invoice(customer, "INV-2", "100.00", DAY, DAY.plusDays(10));
    receipts.allocateOldestFirst(trade.receipt(customer, "r1", "150.00", DAY), DAY, CLERK);

    assertThat(trade.open(older)).isEqualTo("0.00");
    assertThat(trade.open(younger)).isEqualTo("50.00");
    assertThat(new DocumentsNamed("paying 123 today").contain("123")).isFalse();
    assertThat(new DocumentsNamed("paying 1234 today").contain("1234")).isTrue();
    assertThat(new DocumentsNamed("paying 12345 today").contain("1234")).isFalse();
    assertThat(new DocumentsNamed(null).contain("1234")).isFalse();
  }

  private String balance(Account account) {
    LocalDate later = DAY.plusYears(1);
    Currency eur = Currency.getInstance("EUR");
    return Objects.requireNonNull(
            transaction.execute(status -> ledger.balance(account, eur, later)))
        .text();
  }
}
