package io.dunwell.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.dunwell.DunwellTest;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Books;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@DunwellTest
class PeriodsTests {

  private static final Actor ANNA = new Actor("anna");
  private static final Actor RAVI = new Actor("ravi");

  @Autowired Ledger ledger;
  @Autowired Periods periods;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcTemplate jdbc;
  @Autowired Clock clock;

  @Test
  void aClosedMonthTakesNoEntriesUntilASecondPersonReopensIt() {
    YearMonth month = YearMonth.now(clock).minusMonths(1);
    record("before", month.atDay(1));
    periods.close(month, ANNA);
    periods.close(month, RAVI);

    refused("period.closed", () -> record("in", month.atEndOfMonth()));
    record("after", month.plusMonths(1).atDay(1));
    record("earlier", month.minusMonths(1).atEndOfMonth());
    assertThat(record("before", month.atDay(1))).isPositive();
    refused("period.four-eyes", () -> periods.reopen(month, "late invoice", ANNA));
    refused("period.no-reason", () -> periods.reopen(month, " ", RAVI));
    periods.reopen(month, "late invoice", RAVI);
    refused("period.not-closed", () -> periods.reopen(month, "late invoice", ANNA));

    assertThat(record("in", month.atEndOfMonth())).isPositive();
    assertThat(periods.all()).singleElement().matches(period -> !period.closed());
    assertThat(jdbc.queryForList("select act from audit.act order by seq", String.class))
        .containsExactly("period.closed", "period.reopened");
  }

  @Test
  void aMonthThatIsNotOverStaysOpen() {
    refused("period.not-over", () -> periods.close(YearMonth.now(clock), ANNA));
  }

  @Test
  void closingWaitsForWhoeverIsStillRecording() throws Exception {
    YearMonth month = YearMonth.now(clock).minusMonths(1);
    Books books = Books.current();
    CompletableFuture<Void> closing =
        Objects.requireNonNull(
            transaction.execute(
                status -> {
                  ledger.record(entry("slow", month.atDay(3)));
                  CompletableFuture<Void> waiting =
                      CompletableFuture.runAsync(() -> closeIn(books, month));
                  assertThat(waiting).failsWithin(300, TimeUnit.MILLISECONDS);
                  return waiting;
                }));

    assertThat(closing).succeedsWithin(10, TimeUnit.SECONDS);
    refused("period.closed", () -> record("late", month.atDay(3)));
  }

  private void closeIn(Books books, YearMonth month) {
    books.within(
        () -> {
          periods.close(month, ANNA);
          return true;
        });
  }

  private long record(String key, LocalDate day) {
    Long number = transaction.execute(status -> ledger.record(entry(key, day)));
    return number == null ? 0 : number;
  }

  private static Entry entry(String key, LocalDate day) {
    return Entry.of(
        key,
        "Fee",
        day,
        ANNA,
        new Posting(Account.RECEIVABLE, null, null, Money.of("5.00", "EUR")),
        new Posting(Account.DUNNING_FEE, null, null, Money.of("-5.00", "EUR")));
  }

  private static void refused(String code, Runnable act) {
    assertThatExceptionOfType(RuleViolation.class)
        .isThrownBy(act::run)
        .matches(refusal -> refusal.code().equals(code), code);
  }
}
