package io.dunwell.receipts;

import static io.dunwell.Trade.CLERK;
import static io.dunwell.Trade.DAY;
import static io.dunwell.Trade.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunwell.DunwellTest;
import io.dunwell.Trade;
import io.dunwell.party.CustomerId;
import io.dunwell.party.Instalment;
import io.dunwell.party.PaymentTerms;
import io.dunwell.receivables.ItemView;
import io.dunwell.receivables.OpenItems;
import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@DunwellTest
class ReceiptsTests {

  @Autowired Trade trade;
  @Autowired Receipts receipts;
  @Autowired BankStatements statements;
  @Autowired OpenItems openItems;
  @Autowired JdbcTemplate jdbc;

  @Test
  void paysAnItemInPartAndLeavesTheRestOfBoth() {
    ItemView invoice = trade.owed("100.00");
    ReceiptId receipt = trade.receipt(invoice.customer(), "r1", "60.00", DAY.plusDays(5));

    trade.pay(receipt, invoice, "40.00", DAY.plusDays(5));

    assertThat(trade.open(invoice)).isEqualTo("60.00");
    assertThat(receipts.unapplied(receipt)).isEqualTo(eur("20.00"));
    assertThat(receipts.allocationsOf(receipt)).hasSize(1);
    assertThat(receipts.allocationsTo(List.of(invoice.id()))).hasSize(1);
  }

  @Test
  void settlesAnItemOnTheLastDayThatMattered() {
    ItemView invoice = trade.owed("100.00");
    ReceiptId late = trade.receipt(invoice.customer(), "r1", "60.00", DAY.plusDays(50));
    ReceiptId early = trade.receipt(invoice.customer(), "r2", "40.00", DAY.plusDays(10));

    trade.pay(late, invoice, "60.00", DAY.plusDays(50));
    trade.pay(early, invoice, "40.00", DAY.plusDays(10));

    assertThat(openItems.view(invoice.id()).settledOn()).isEqualTo(DAY.plusDays(50));
    assertThat(openItems.openOf(invoice.account())).isEmpty();
  }

  @Test
  void refusesWhatIsNotThere() {
    ItemView invoice = trade.owed("100.00");
    ReceiptId receipt = trade.receipt(invoice.customer(), "r1", "150.00", DAY.plusDays(5));

    refused("allocation.nothing", () -> trade.pay(receipt, invoice, "0.00", DAY.plusDays(5)));
    refused("item.not-enough", () -> trade.pay(receipt, invoice, "100.01", DAY.plusDays(5)));
    refused("receipt.not-enough", () -> trade.pay(receipt, invoice, "150.01", DAY.plusDays(5)));
    refused("allocation.too-early", () -> trade.pay(receipt, invoice, "1.00", DAY.plusDays(4)));
    trade.pay(receipt, invoice, "100.00", DAY.plusDays(5));
    refused("item.already-settled", () -> trade.pay(receipt, invoice, "1.00", DAY.plusDays(5)));
  }

  @Test
  void refusesMoneyOfAnotherCustomerOrCurrency() {
    CustomerId customer = trade.customer("C1");
    ItemView others = trade.invoice(trade.customer("C2"), "INV-2", "10.00", DAY, DAY);
    ReceiptId receipt = trade.receipt(customer, "r1", "10.00", DAY);

    refused("allocation.other-account", () -> trade.pay(receipt, others, "10.00", DAY));
  }

  @Test
  void refusesAnAllocationThatWouldHaveOverpaidTheItemInBetween() {
    ItemView invoice = trade.owed("100.00");
    ReceiptId first = trade.receipt(invoice.customer(), "r1", "100.00", DAY.plusDays(5));
    ReceiptId second = trade.receipt(invoice.customer(), "r2", "100.00", DAY.plusDays(5));
    AllocationId paid = trade.pay(first, invoice, "100.00", DAY.plusDays(10));
    receipts.unallocate(paid, "other invoice", DAY.plusDays(20), CLERK);

    refused("item.not-enough", () -> trade.pay(second, invoice, "100.00", DAY.plusDays(8)));
    ItemView other = trade.invoice(invoice.customer(), "INV-2", "100.00", DAY, DAY.plusDays(30));
    refused("receipt.not-enough", () -> trade.pay(first, other, "100.00", DAY.plusDays(8)));

    receipts.allocateOldestFirst(second, DAY.plusDays(8), CLERK);
    assertThat(receipts.allocationsOf(second).get(0).effectiveOn()).isEqualTo(DAY.plusDays(20));
  }

  @Test
  void takesAnAllocationBackOnce() {
    ItemView invoice = trade.owed("100.00");
    ReceiptId receipt = trade.receipt(invoice.customer(), "r1", "100.00", DAY.plusDays(5));
    AllocationId paid = trade.pay(receipt, invoice, "100.00", DAY.plusDays(5));

    receipts.unallocate(paid, "wrong invoice", DAY.plusDays(6), CLERK);

    assertThat(trade.open(invoice)).isEqualTo("100.00");
    assertThat(openItems.view(invoice.id()).settledOn()).isNull();
    assertThat(receipts.unapplied(receipt)).isEqualTo(eur("100.00"));
    assertThat(receipts.allocation(paid).reversedOn()).isEqualTo(DAY.plusDays(6));
    refused(
        "allocation.already-reversed",
        () -> receipts.unallocate(paid, "again", DAY.plusDays(7), CLERK));
  }

  @Test
  void paysTheOldestFirstAndKeepsTheRest() {
    ItemView younger = trade.owed("100.00");
    ItemView older = trade.invoice(younger.customer(), "INV-2", "50.00", DAY, DAY.plusDays(20));
    ReceiptId receipt = trade.receipt(younger.customer(), "r1", "175.00", DAY.plusDays(5));

    assertThat(receipts.allocateOldestFirst(receipt, DAY.plusDays(5), CLERK)).hasSize(2);

    assertThat(receipts.allocationsOf(receipt))
        .extracting(AllocationView::item)
        .containsExactly(older.id(), younger.id());
    assertThat(receipts.unapplied(receipt)).isEqualTo(eur("25.00"));
  }

  @Test
  void paysTheDocumentsThatThePayerNames() {
    CustomerId customer = trade.customer("C1");
    ItemView named = trade.invoice(customer, "INV-0012", "100.00", DAY, DAY.plusDays(30));
    ItemView inside = trade.invoice(customer, "INV-001", "50.00", DAY, DAY.plusDays(20));
    ReceiptId receipt =
        receipts.book(
            new NewReceipt(customer, eur("90.00"), DAY, "Rent, inv-0012/March", "r1"), CLERK);

    receipts.allocateByReference(receipt, DAY, CLERK);

    assertThat(trade.open(named)).isEqualTo("10.00");
    assertThat(trade.open(inside)).isEqualTo("50.00");
  }

  @Test
  void staysUnappliedWhenThePayerNamesNothing() {
    CustomerId customer = trade.customer("C1");
    trade.invoice(customer, "INV-0012", "100.00", DAY, DAY.plusDays(30));
    ReceiptId receipt = trade.receipt(customer, "r1", "90.00", DAY);

    refused("receipt.no-document-named", () -> receipts.allocateByReference(receipt, DAY, CLERK));
  }

  @Test
  void booksTheSameSourceOnce() {
    CustomerId customer = trade.customer("C1");
    ReceiptId receipt = trade.receipt(customer, "r1", "90.00", DAY);

    assertThat(trade.receipt(customer, "r1", "90.00", DAY)).isEqualTo(receipt);
    refused("receipt.differs", () -> trade.receipt(customer, "r1", "91.00", DAY));
    assertThat(receipts.ofCustomer(customer, 0, 10).content()).hasSize(1);
  }

  @Test
  void booksManyAndPaysTheDocumentsTheyName() {
    CustomerId customer =
        trade.customer(
            "C1",
            PaymentTerms.instalments(
                new Instalment(BigDecimal.valueOf(50), 30),
                new Instalment(BigDecimal.valueOf(50), 60)));
    List<ItemView> instalments = trade.invoiceOnTerms(customer, "INV-1", "100.00", DAY);
    ItemView other = trade.invoice(customer, "INV-2", "30.00", DAY.plusDays(9), DAY.plusDays(9));

    List<ReceiptId> ids =
        receipts.bookAll(
            List.of(
                new NewReceipt(
                    customer, eur("70.00"), DAY.plusDays(3), null, "r1", List.of("INV-1")),
                new NewReceipt(
                    customer, eur("70.00"), DAY.plusDays(4), null, "r2", List.of("INV-1", "INV-2")),
                new NewReceipt(customer, eur("5.00"), DAY.plusDays(4), null, "r3")),
            CLERK);

    assertThat(instalments).extracting(trade::open).containsExactly("0.00", "0.00");
    assertThat(trade.open(other)).isEqualTo("0.00");
    assertThat(ids)
        .extracting(id -> receipts.unapplied(id).text())
        .containsExactly("0.00", "10.00", "5.00");
    assertThat(receipts.allocationsTo(List.of(other.id())))
        .as("money cannot pay what was not yet issued")
        .extracting(AllocationView::effectiveOn)
        .containsExactly(DAY.plusDays(9));
  }

  @Test
  void cancelsAReceiptWithAllThatItPaid() {
    ItemView invoice = trade.owed("100.00");
    ReceiptId receipt = trade.receipt(invoice.customer(), "r1", "150.00", DAY.plusDays(5));
    trade.pay(receipt, invoice, "100.00", DAY.plusDays(5));

    receipts.cancel(receipt, "cheque bounced", DAY.plusDays(9), CLERK);

    assertThat(trade.open(invoice)).isEqualTo("100.00");
    assertThat(receipts.view(receipt).cancelledOn()).isEqualTo(DAY.plusDays(9));
    assertThat(receipts.unapplied(receipt)).isEqualTo(eur("0.00"));
    refused(
        "receipt.already-cancelled",
        () -> receipts.cancel(receipt, "again", DAY.plusDays(9), CLERK));
  }

  @Test
  void appliesACreditNoteAndWritesOffWhatIsLeft() {
    ItemView invoice = trade.owed("100.00");
    ItemView credit = trade.creditNote(invoice.customer(), "CN-1", "30.00", DAY.plusDays(2));

    receipts.applyCredit(credit.id(), invoice.id(), eur("30.00"), DAY.plusDays(2), CLERK);
    receipts.writeOff(invoice.id(), eur("70.00"), "insolvent", DAY.plusDays(90), CLERK);

    assertThat(trade.open(credit)).isEqualTo("0.00");
    assertThat(trade.open(invoice)).isEqualTo("0.00");
    refused(
        "credit.not-enough",
        () -> receipts.applyCredit(credit.id(), invoice.id(), eur("1.00"), DAY.plusDays(2), CLERK));
    refused(
        "credit.not-a-credit",
        () ->
            receipts.applyCredit(invoice.id(), invoice.id(), eur("1.00"), DAY.plusDays(2), CLERK));
  }

  @Test
  void tellsHowFarTheBankIsKnown() {
    trade.receipt(trade.customer("C1"), "r1", "90.00", DAY);

    statements.covered(DAY.plusDays(1), "bank", CLERK);

    assertThat(
            jdbc.queryForMap(
                "select last_received_on::text, last_statement_on::text"
                    + " from receipts.v_bank_freshness"))
        .containsEntry("last_received_on", DAY.toString())
        .containsEntry("last_statement_on", DAY.plusDays(1).toString());
  }

  private static void refused(String code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            RuleViolation.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
