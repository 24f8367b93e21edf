package io.dunwell.ledger;

import static io.dunwell.ledger.Account.BANK;
import static io.dunwell.ledger.Account.RECEIVABLE;
import static io.dunwell.ledger.Account.REVENUE;
import static io.dunwell.ledger.Account.TAX;
import static io.dunwell.ledger.Account.UNAPPLIED_CASH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dunwell.DunwellTest;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Books;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@DunwellTest
class LedgerTests {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final Currency INR = Currency.getInstance("INR");
  private static final Actor CLERK = new Actor("clerk");
  private static final UUID ITEM = UUID.fromString("00000000-0000-7000-8000-000000000001");

  @Autowired Ledger ledger;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcTemplate jdbc;

  @Test
  void keepsBothSidesOfAnEntry() {
    record(invoice("i1", "118.00"));

    assertThat(ledger.balance(RECEIVABLE, INR, DAY)).isEqualTo(inr("118.00"));
    assertThat(ledger.balance(RECEIVABLE, ITEM, INR, DAY)).isEqualTo(inr("118.00"));
    assertThat(ledger.balance(REVENUE, INR, DAY)).isEqualTo(inr("-118.00"));
    assertThat(ledger.balance(RECEIVABLE, INR, DAY.minusDays(1))).isEqualTo(inr("0.00"));
  }

  @Test
  void recordsAnActOnceHoweverOftenItIsTold() {
    long first = record(invoice("i1", "100.00"));
    long again = record(invoice("i1", "100.00"));
    List<Long> mixed =
        inTransaction(
            () ->
                ledger.recordAll(
                    List.of(
                        invoice("i2", "1.00"), invoice("i1", "100.00"), invoice("i2", "1.00"))));

    assertThat(again).isEqualTo(first);
    assertThat(mixed.get(1)).isEqualTo(first);
    assertThat(mixed.get(0)).isEqualTo(mixed.get(2));
    assertThat(ledger.balance(RECEIVABLE, INR, DAY)).isEqualTo(inr("101.00"));
  }

  @Test
  void refusesAKeyThatWasUsedForSomethingElse() {
    record(invoice("i1", "100.00"));
    Entry another = invoice("i1", "100.01");
    Entry later =
        new Entry("i1", "Later", DAY.plusDays(1), CLERK, invoice("i1", "100.00").postings(), null);
    List<List<Entry>> wrong =
        List.of(
            List.of(another),
            List.of(later),
            List.of(invoice("i2", "1.00"), another),
            List.of(invoice("i3", "1.00"), invoice("i3", "2.00")));

    for (List<Entry> entries : wrong) {
      assertThatExceptionOfType(RuleViolation.class)
          .isThrownBy(() -> inTransaction(() -> ledger.recordAll(entries)))
          .matches(refusal -> refusal.code().equals("entry.key-used-otherwise"));
    }
    assertThat(ledger.balance(RECEIVABLE, INR, DAY.plusDays(1))).isEqualTo(inr("100.00"));
  }

  @Test
  void takesAnotherOrderOfTheSamePostingsForTheSameAct() {
    Entry entry = invoice("i1", "100.00");
    long first = record(entry);
    List<Posting> turned = List.of(entry.postings().get(1), entry.postings().get(0));

    assertThat(record(new Entry("i1", "Told again", DAY, new Actor("other"), turned, null)))
        .isEqualTo(first);
  }

  @Test
  void recordsAnActOnceWhenManyTellItAtTheSameMoment() throws Exception {
    Books books = Books.current();
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService people = Executors.newFixedThreadPool(6);
    List<Future<Long>> told =
        java.util.stream.IntStream.range(0, 6)
            .mapToObj(
                n ->
                    people.submit(
                        () -> {
                          start.await();
                          return books.within(() -> record(invoice("same", "7.00")));
                        }))
            .toList();
    start.countDown();
    for (Future<Long> one : told) {
      assertThat(one.get()).isEqualTo(told.get(0).get());
    }
    people.shutdown();
    assertThat(ledger.balance(RECEIVABLE, INR, DAY)).isEqualTo(inr("7.00"));
  }

  @Test
  void takesAnEntryBackOnceAndPointsAtIt() {
    long entry = record(invoice("i1", "100.00"));

    long reversal = inTransaction(() -> ledger.reverse("i1", "i1-back", DAY.plusDays(3), CLERK));
    long again = inTransaction(() -> ledger.reverse("i1", "i1-back", DAY.plusDays(3), CLERK));

    assertThat(again).isEqualTo(reversal);
    assertThat(ledger.balance(RECEIVABLE, ITEM, INR, DAY.plusDays(2))).isEqualTo(inr("100.00"));
    assertThat(ledger.balance(RECEIVABLE, ITEM, INR, DAY.plusDays(3))).isEqualTo(inr("0.00"));
    assertThat(
            jdbc.queryForObject(
                "select reverses from ledger.entry where seq = ?", Long.class, reversal))
        .isEqualTo(entry);
    assertThatExceptionOfType(RuleViolation.class)
        .isThrownBy(
            () -> inTransaction(() -> ledger.reverse("i1", "other", DAY.plusDays(3), CLERK)))
        .matches(refusal -> refusal.code().equals("entry.already-reversed"));
    assertThatExceptionOfType(RuleViolation.class)
        .isThrownBy(
            () -> inTransaction(() -> ledger.reverse("i1", "i1-back", DAY.plusDays(4), CLERK)))
        .matches(refusal -> refusal.code().equals("entry.key-used-otherwise"));
    assertThatExceptionOfType(RuleViolation.class)
        .isThrownBy(() -> inTransaction(() -> ledger.reverse("no", "other", DAY, CLERK)))
        .matches(refusal -> refusal.code().equals("entry.unknown"));
  }

  @Test
  void balancesPerCurrencyAndInTheTrialBalanceAcrossAccounts() {
    record(
        Entry.of(
            "tax",
            "Invoice",
            DAY,
            CLERK,
            new Posting(RECEIVABLE, null, ITEM, inr("118.00")),
            new Posting(REVENUE, null, null, inr("-100.00")),
            new Posting(TAX, null, null, inr("-18.00"))));
    record(
        Entry.of(
            "receipt",
            "Receipt",
            DAY.plusDays(1),
            CLERK,
            new Posting(BANK, null, null, Money.of("5", "JPY")),
            new Posting(UNAPPLIED_CASH, null, ITEM, Money.of("-5", "JPY"))));

    List<TrialBalanceLine> later = ledger.trialBalance(DAY.plusDays(1), null);

    assertThat(ledger.trialBalance(DAY, null)).hasSize(3);
    assertThat(later).hasSize(5);
    assertThat(
            later.stream()
                .map(TrialBalanceLine::balance)
                .filter(balance -> balance.currency().equals(INR))
                .reduce(inr("0.00"), Money::plus))
        .isEqualTo(inr("0.00"));
  }

  @Test
  void refusesToBeBuiltUnbalanced() {
    Posting one = new Posting(RECEIVABLE, null, ITEM, inr("1.00"));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> Entry.of("k", "r", DAY, CLERK, one));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(
            () ->
                Entry.of(
                    "k",
                    "r",
                    DAY,
                    CLERK,
                    one,
                    new Posting(REVENUE, null, null, Money.of("-1.00", "EUR"))));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new Posting(REVENUE, null, null, inr("0.00")));
  }

  @Test
  void isWrittenOnlyInsideTheTransactionOfAnAct() {
    assertThatExceptionOfType(IllegalTransactionStateException.class)
        .isThrownBy(() -> ledger.record(invoice("i1", "1.00")));
  }

  @Test
  void refusesToBeChanged() {
    record(invoice("i1", "100.00"));

    for (String statement :
        List.of(
            "update ledger.entry set reason = 'x'",
            "delete from ledger.posting",
            "truncate ledger.posting",
            "truncate ledger.entry cascade",
            "update ledger.posting set amount = 1",
            "delete from ledger.seal",
            "update ledger.entry set reason = 'x' where false")) {
      assertThatExceptionOfType(DataAccessException.class)
          .isThrownBy(() -> jdbc.execute(statement))
          .withMessageContaining("only grows");
    }
  }

  @Test
  void refusesPostingsThatDoNotBalanceOrBelongToNoEntryOrComeLater() {
    long entry = record(invoice("i1", "100.00"));
    String insert =
        "insert into ledger.posting (entry, line, account, amount, currency, effective_on) values ";

    for (String rows :
        List.of(
            "(%s, 3, 'BANK', 5, 'INR', '2026-03-02'), (%s, 4, 'TAX', -5, 'INR', '2026-03-02')",
            "(%s, 1, 'BANK', 5, 'INR', '2026-03-02')",
            "(%2$s + 1, 1, 'BANK', 5, 'INR', '2026-03-02')",
            "(%2$s + 1, 1, 'BANK', 5, 'INR', '2026-03-02'), (%1$s + 1, 2, 'TAX', -5, 'INR', '2026-03-02')")) {
      assertThatExceptionOfType(DataAccessException.class)
          .as(rows)
          .isThrownBy(() -> jdbc.execute(insert + rows.formatted(entry, entry)));
    }
  }

  @Test
  void refusesPostingsOfAnotherDayThanTheirEntrys() {
    String insert =
        "with e as (insert into ledger.entry (key, reason, effective_on, recorded_by)"
            + " values ('x', 'x', '2026-03-02', 'x') returning seq)"
            + " select seq from e";
    Long seq = jdbc.queryForObject(insert, Long.class);

    assertThatExceptionOfType(DataAccessException.class)
        .isThrownBy(
            () ->
                jdbc.update(
                    "insert into ledger.posting (entry, line, account, amount, currency,"
                        + " effective_on) values (?, 1, 'BANK', 5, 'INR', '2026-03-03'),"
                        + " (?, 2, 'TAX', -5, 'INR', '2026-03-03')",
                    seq,
                    seq))
        .withMessageContaining("do not balance");
  }

  @Test
  void refusesATimeOfRecordingThatIsNotNow() {
    assertThatExceptionOfType(DataAccessException.class)
        .isThrownBy(
            () ->
                jdbc.execute(
                    "insert into ledger.entry (key, reason, effective_on, recorded_by, recorded_at)"
                        + " values ('x', 'x', '2026-03-02', 'x', '2026-01-01')"))
        .withMessageContaining("claims to be recorded");
  }

  @Test
  void findsTheEntriesOfACustomerOrItemByAnIndex() {
    for (EntryQuery query : List.of(new EntryQuery(null, ITEM), new EntryQuery(ITEM, null))) {
      String where = Entries.where(query, new java.util.HashMap<>());
      String plan =
          inTransaction(
              () -> {
                jdbc.execute("set local enable_seqscan = off");
                return String.join(
                    "\n",
                    jdbc.queryForList(
                        "explain select * from ledger.entry e"
                            + where.replaceAll(":\\w+", "'" + ITEM + "'"),
                        String.class));
              });
      assertThat(plan)
          .contains(query.item() == null ? "posting_customer" : "posting_unapplied_item")
          .doesNotContain("Seq Scan");
    }
  }

  private long record(Entry entry) {
    return inTransaction(() -> ledger.record(entry));
  }

  private <T> T inTransaction(java.util.function.Supplier<T> act) {
    return java.util.Objects.requireNonNull(transaction.execute(status -> act.get()));
  }

  private static Entry invoice(String key, String amount) {
    return Entry.of(
        key,
        "Invoice " + key,
        DAY,
        CLERK,
        new Posting(RECEIVABLE, null, ITEM, inr(amount)),
        new Posting(REVENUE, null, null, inr(amount).negated()));
  }

  private static Money inr(String amount) {
    return Money.of(amount, "INR");
  }
}
