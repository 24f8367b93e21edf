package io.dunwell.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunwell.DunwellTest;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Ids;
import io.dunwell.shared.Money;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Entries through the ledger against the same rows by COPY into tables of the same shape. */
@DunwellTest
@Tag("bench")
class LedgerLoadBench {

  private static final int ENTRIES = Integer.getInteger("dunwell.bench.entries", 1_000_000);
  private static final int AT_ONCE = 10_000;
  private static final Currency INR = Currency.getInstance("INR");

  @Autowired Ledger ledger;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcTemplate jdbc;
  @TempDir Path directory;

  @Test
  void entriesTakeAtMostThreeTimesACopyOfTheirRows() throws Exception {
    for (String table : List.of("entry", "posting")) {
      jdbc.execute("create table public.plain_%s (like ledger.%s including all)".formatted(table, table));
    }
    long ours = timed(this::recordAll);
    for (String table : List.of("entry", "posting")) {
      copyOut(table);
    }
    long plain =
        timed(
            () ->
                transaction.executeWithoutResult(
                    status -> List.of("entry", "posting").forEach(this::copyIn)));

    System.out.printf(
        "BENCH ledger load: %,d entries in %d ms, COPY of the same rows %d ms, ratio %.2f%n",
        ENTRIES, ours, plain, (double) ours / plain);
    assertThat(ours).isLessThanOrEqualTo(plain * 3);
  }

  private void recordAll() {
    for (int from = 0; from < ENTRIES; from += AT_ONCE) {
      List<Entry> entries = new ArrayList<>(AT_ONCE);
      for (int i = from; i < Math.min(ENTRIES, from + AT_ONCE); i++) {
        entries.add(invoice(i));
      }
      transaction.executeWithoutResult(status -> ledger.recordAll(entries));
    }
  }

  private static Entry invoice(int number) {
    UUID item = Ids.next();
    UUID customer = new UUID(7, number % 100_000);
    Money total = new Money(BigDecimal.valueOf(1_00 + number % 9_999_99, 2), INR);
    return Entry.of(
        "document-opened:" + item,
        "Invoice " + number,
        LocalDate.of(2024, 1, 1).plusDays(number % 700),
        Actor.SYSTEM,
        new Posting(Account.RECEIVABLE, customer, item, total),
        new Posting(Account.REVENUE, customer, item, total.negated()));
  }

  private void copyOut(String table) {
    jdbc.execute(
        (ConnectionCallback<Long>)
            connection -> {
              try (OutputStream file = Files.newOutputStream(directory.resolve(table))) {
                return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy ledger.%s to stdout".formatted(table), file);
              } catch (IOException e) {
                throw new SQLException(e);
              }
            });
  }

  private void copyIn(String table) {
    jdbc.execute(
        (ConnectionCallback<Long>)
            connection -> {
              try (InputStream file = Files.newInputStream(directory.resolve(table))) {
                return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy public.plain_%s from stdin".formatted(table), file);
              } catch (IOException e) {
                throw new SQLException(e);
              }
            });
  }

  private static long timed(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - start).toMillis();
  }
}
