package io.dunwell.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dunwell.DunwellTest;
import io.dunwell.exchange.ConflictView.Decision;
import io.dunwell.party.CustomerId;
import io.dunwell.receipts.NewReceipt;
import io.dunwell.receipts.ReceiptId;
import io.dunwell.receipts.Receipts;
import io.dunwell.receivables.OpenItems;
import io.dunwell.resolution.HoldView;
import io.dunwell.resolution.Holds;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What later files and decisions do to invoices that are on the books, paid or disputed. */
@DunwellTest
class CorrectionTests {

  private static final Actor ACCOUNTS = new Actor("accounts");
  private static final LocalDate DUE = LocalDate.of(2026, 2, 4);
  private static final String TITLES =
      "customerNumber,customerName,invoiceNumber,invoicedOn,dueOn,amount,currency,settledOn,"
          + "disputed\n";
  private static final String OPEN = "C1,Ann,A-1,2026-01-05,2026-02-04,100.00,EUR,,";
  private static final String PROFILE =
      """
      {"kind": "ledger", "format": {"dates": ["yyyy-MM-dd"], "decimal": "."},
       "columns": {"customerNumber": "customerNumber", "customerName": "customerName",
         "invoiceNumber": "invoiceNumber", "invoicedOn": "invoicedOn", "dueOn": "dueOn",
         "amount": "amount", "currency": "currency", "settledOn": "settledOn",
         "disputed": "disputed"},
       "disputedWords": ["yes"], "defaults": {"country": "DE"}, "createCustomers": true}
      """;

  @Autowired Imports imports;
  @Autowired Profiles profiles;
  @Autowired OpenItems openItems;
  @Autowired Receipts receipts;
  @Autowired Holds holds;
  @Autowired JdbcClient jdbc;

  @Test
  void aLaterFileThatSettlesTheInvoiceEndsItsDisputeHold() {
    ledger(OPEN + "yes");
    assertThat(hold().releasedOn()).isNull();

    ledger(OPEN.replace("EUR,,", "EUR,2026-03-01,") + "yes");

    assertThat(hold().releasedOn()).isEqualTo(LocalDate.of(2026, 3, 1));
    assertThat(openItems.byNumber("A-1").orElseThrow().open().isZero()).isTrue();
  }

  @Test
  void aLaterFileThatDoesNotSayDisputedAnyMoreEndsTheHoldAndOneThatDoesPlacesItAgain() {
    ledger(OPEN + "yes");
    ledger(OPEN + "yes");
    assertThat(allHolds()).hasSize(1);

    ledger(OPEN + "no");
    assertThat(hold().releasedOn()).isNotNull();

    ledger(OPEN + "yes");
    assertThat(allHolds()).hasSize(2);
    assertThat(allHolds()).filteredOn(hold -> hold.releasedOn() == null).hasSize(1);
  }

  @Test
  void aLaterRowOfTheSameFileCountsToo() {
    ledger(OPEN + "yes\n" + OPEN + "no");

    assertThat(hold().releasedOn()).isNotNull();
  }

  @Test
  void whatAPersonReleasedIsNotPlacedAgainByTheSameFile() {
    ledger(OPEN + "yes");
    holds.release(hold().id(), DUE.plusDays(1), "Agreed on the phone", ACCOUNTS);

    ledger(OPEN + "yes");

    assertThat(allHolds()).hasSize(1);
  }

  @Test
  void aFileThatIsSilentAboutDisputesEndsNoHold() {
    ledger(OPEN + "yes");

    start("standard-ledger", (TITLES + OPEN).replace(",disputed", "").replace("EUR,,", "EUR,"));

    assertThat(hold().releasedOn()).isNull();
  }

  @Test
  void aFileOfReceiptsThatSettlesTheInvoiceEndsItsDisputeHold() {
    ledger(OPEN.replace("A-1", "A-1001") + "yes");

    start(
        "standard-receipts",
        """
        customerNumber,receivedOn,amount,currency,reference
        C1,2026-03-02,40.00,EUR,inv A-1001
        """);
    assertThat(hold().releasedOn()).isNull();
    start(
        "standard-receipts",
        """
        customerNumber,receivedOn,amount,currency,reference
        C1,2026-03-05,60.00,EUR,inv A-1001
        """);

    assertThat(hold().releasedOn()).isEqualTo(LocalDate.of(2026, 3, 5));
  }

  @Test
  void aPaidInvoiceIsCorrectedByReversalAndItsMoneyPaysTheNewOne() {
    ledger(OPEN);
    ReceiptId receipt = pays("60.00");
    receipts.writeOff(item("A-1"), eur("1.00"), "small difference", DUE, ACCOUNTS);

    decide(ledger(OPEN.replace("100.00", "80.00")));

    assertThat(open("A-1")).isEqualTo("0.00");
    assertThat(open("A-1/C1")).isEqualTo("20.00");
    assertThat(receipts.unapplied(receipt)).isEqualTo(eur("0.00"));
    assertThat(balance()).isEqualTo("20.00");

    decide(ledger(OPEN.replace("100.00", "50.00")));

    assertThat(open("A-1/C1")).isEqualTo("0.00");
    assertThat(open("A-1/C2")).isEqualTo("0.00");
    assertThat(receipts.unapplied(receipt)).isEqualTo(eur("10.00"));
    assertThat(balance()).isEqualTo("-10.00");
  }

  @Test
  void aSettlementThatDiffersIsCorrectedWithoutTouchingTheInvoice() {
    ledger(OPEN.replace("EUR,,", "EUR,2026-03-01,"));
    String other = OPEN.replace("EUR,,", "EUR,2026-03-08,");

    decide(ledger(other));

    assertThat(openItems.byNumber("A-1/C1")).isEmpty();
    assertThat(open("A-1")).isEqualTo("0.00");
    assertThat(
            jdbc.sql("select received_on from receipts.v_receipt where cancelled_on is null")
                .query(LocalDate.class)
                .single())
        .isEqualTo(LocalDate.of(2026, 3, 8));
    assertThat(ledger(other).duplicates()).as("not asked again").isOne();
  }

  @Test
  void moneyThatMayBeTheSameIsForAPersonToSortOut() {
    ledger(OPEN);
    pays("100.00");
    ImportView conflict = ledger(OPEN.replace("EUR,,", "EUR,2026-03-01,"));

    assertThatExceptionOfType(RuleViolation.class)
        .isThrownBy(() -> decide(conflict))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo("conflict.paid-otherwise"))
        .withMessageContaining("RC-");
    assertThat(open("A-1")).isEqualTo("0.00");
  }

  @Test
  void aReceiptIsCorrectedByCancellingIt() {
    ledger(OPEN.replace("A-1", "A-1001"));
    String receipt =
        """
        customerNumber,receivedOn,amount,currency,reference,receiptNumber
        C1,2026-02-01,60.00,EUR,inv A-1001 thanks,R-1
        """;
    start("standard-receipts", receipt);
    assertThat(open("A-1001")).isEqualTo("40.00");
    ImportView conflict = start("standard-receipts", receipt.replace("60.00", "70.00"));
    assertThat(conflict.conflicts()).isOne();

    decide(conflict);

    assertThat(open("A-1001")).isEqualTo("30.00");
    assertThat(start("standard-receipts", receipt.replace("60.00", "70.00")).duplicates()).isOne();
  }

  private void decide(ImportView conflict) {
    int row = imports.conflicts(new ImportId(conflict.id()), 0, 10).content().get(0).row();
    imports.decide(
        new ImportId(conflict.id()), row, Decision.CORRECTED, "The file is right", ACCOUNTS);
  }

  private ImportView ledger(String rows) {
    profiles.put("with-disputes", PROFILE, ACCOUNTS);
    return start("with-disputes", TITLES + rows + "\n");
  }

  private ImportView start(String profile, String content) {
    return imports.start(
        new Imports.Order(null, profile, null, false, "test.csv"),
        new ByteArrayInputStream(content.getBytes(UTF_8)),
        ACCOUNTS);
  }

  private ReceiptId pays(String amount) {
    CustomerId customer = openItems.byNumber("A-1").orElseThrow().customer();
    return receipts.book(
        new NewReceipt(customer, eur(amount), DUE, null, "bank:1", List.of("A-1")), ACCOUNTS);
  }

  private io.dunwell.receivables.ItemId item(String number) {
    return openItems.ofDocuments(List.of(number)).get(0).id();
  }

  private String open(String number) {
    return openItems.byNumber(number).orElseThrow().open().text();
  }

  private String balance() {
    return jdbc.sql(
            "select sum(amount)::numeric(19,2)::text from ledger.v_posting"
                + " where account in ('RECEIVABLE', 'UNAPPLIED_CASH')")
        .query(String.class)
        .single();
  }

  private HoldView hold() {
    assertThat(allHolds()).hasSize(1);
    return allHolds().get(0);
  }

  private List<HoldView> allHolds() {
    return holds.ofCustomer(
        new CustomerId(
            jdbc.sql("select id from party.v_customer").query(java.util.UUID.class).single()));
  }

  private static Money eur(String amount) {
    return Money.of(amount, "EUR");
  }
}
