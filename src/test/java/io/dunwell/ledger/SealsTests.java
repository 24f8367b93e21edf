package io.dunwell.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunwell.DunwellTest;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.Money;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@DunwellTest
class SealsTests {

  private static final Actor CLERK = new Actor("clerk");
  private static final List<String> MEDDLINGS =
      List.of(
          "update ledger.posting set amount = amount * 2 where entry = 4",
          "update ledger.posting set item = gen_random_uuid() where entry = 4 and line = 1",
          "update ledger.entry set reason = reason || ' ' where seq = 2",
          "update ledger.entry set effective_on = effective_on + 1 where seq = 2",
          "update ledger.entry set recorded_by = 'somebody' where seq = 9",
          "update ledger.entry set recorded_at = recorded_at + interval '1 day' where seq = 1",
          "update ledger.entry set recorded_at = recorded_at - interval '40 days' where seq = 7",
          "delete from ledger.posting where entry = 5",
          "delete from ledger.entry where seq = 5",
          "insert into ledger.posting select 999, 1, 'BANK', null, null, 5, 'INR', current_date",
          "update ledger.seal set digest = previous where day = (select min(day) from ledger.seal)",
          "delete from ledger.seal where day = current_date - 2",
          "update audit.act set details = '{}' where seq = 1",
          "delete from audit.act where seq = 3",
          "update audit.act set recorded_by = 'somebody' where seq = 2");

  @Autowired Ledger ledger;
  @Autowired Seals seals;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcTemplate jdbc;
  @Autowired DataSource dataSource;
  @Autowired ApplicationEventPublisher events;

  private LocalDate today;

  @BeforeEach
  void threeDaysOfEntries() {
    today = Objects.requireNonNull(jdbc.queryForObject("select current_date", LocalDate.class));
    for (int i = 1; i <= 9; i++) {
      record("act-" + i, i + ".50");
    }
    transaction.executeWithoutResult(
        status ->
            meddle(
                "update ledger.entry"
                    + " set recorded_at = recorded_at - (4 - (seq + 2) / 3) * interval '1 day'",
                "update audit.act set recorded_at = recorded_at - interval '2 days'"));
  }

  @Test
  void sealsEveryFinishedDayOnceAndLeavesTodayOpen() {
    int sealed = seals.sealFinishedDays();

    assertThat(seals.sealFinishedDays()).isZero();
    assertThat(sealed).isEqualTo(3 + 2);
    assertThat(seals.all())
        .filteredOn(seal -> seal.table().equals("ledger.entry"))
        .extracting(SealView::rows)
        .containsExactly(6L, 6L, 6L);
    record("later", "1.00");
    assertThat(seals.verify()).matches(Verification::intact).matches(v -> v.days() == 5);
  }

  @Test
  void chainsEachDayToTheOneBefore() {
    seals.sealFinishedDays();

    var ofLedger =
        seals.all().stream().filter(seal -> seal.table().equals("ledger.entry")).toList();
    assertThat(ofLedger.get(0).previous()).isEqualTo("0".repeat(64));
    assertThat(ofLedger.get(1).previous()).isEqualTo(ofLedger.get(0).digest());
    assertThat(ofLedger.get(2).previous()).isEqualTo(ofLedger.get(1).digest());
    assertThat(seals.verify().heads())
        .containsEntry("ledger.entry", ofLedger.get(2).digest())
        .containsKey("audit.act");
  }

  @Test
  void noticesThatASuperuserMeddled() {
    seals.sealFinishedDays();
    assertThat(seals.verify().findings()).isEmpty();

    for (String meddling : MEDDLINGS) {
      transaction.executeWithoutResult(
          status -> {
            meddle(meddling);
            assertThat(seals.verify().intact()).as(meddling).isFalse();
            status.setRollbackOnly();
          });
    }
    assertThat(seals.verify().intact()).isTrue();
  }

  @Test
  void waitsForWhoeverIsStillWriting() throws Exception {
    try (Connection writer = dataSource.getConnection()) {
      writer.setAutoCommit(false);
      writer
          .createStatement()
          .execute(
              "insert into ledger.entry (key, reason, effective_on, recorded_by)"
                  + " values ('slow', 'slow', current_date, 'slow')");

      assertThat(seals.sealDaysBefore(today.plusDays(2))).isZero();

      writer.rollback();
    }
    assertThat(seals.sealDaysBefore(today.plusDays(2))).isPositive();
  }

  private void record(String key, String amount) {
    Posting debit = new Posting(Account.RECEIVABLE, null, new UUID(0, 1), Money.of(amount, "INR"));
    Posting credit = new Posting(Account.REVENUE, null, null, Money.of(amount, "INR").negated());
    transaction.executeWithoutResult(
        status -> {
          ledger.record(Entry.of(key, "Invoice", today, CLERK, debit, credit));
          events.publishEvent(
              new Auditable(CLERK, "invoice.issued", "invoice", key, Map.of("amount", amount)));
        });
  }

  /** Whoever owns the database can switch the triggers off; the seals are for that case. */
  private void meddle(String... statements) {
    jdbc.execute("set local session_replication_role = replica");
    for (String statement : statements) {
      jdbc.execute(statement);
    }
  }
}
