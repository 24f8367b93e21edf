package io.dunwell.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunwell.DunwellTest;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Books;
import io.dunwell.shared.Ids;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DunwellTest
class NumberingTests {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final Actor CLERK = new Actor("billing");

  @Autowired Numbering numbering;
  @Autowired TransactionTemplate transactions;
  @Autowired JdbcClient jdbc;

  @Test
  void sixteenIssuersWhoFailNowAndThenLeaveNoGap() throws Exception {
    Books books = Books.current();
    ExecutorService issuers = Executors.newFixedThreadPool(16);
    int kept = 0;
    try {
      List<Callable<Integer>> work =
          IntStream.range(0, 16)
              .<Callable<Integer>>mapToObj(i -> () -> books.within(() -> issueSome(new Random(i))))
              .toList();
      for (Future<Integer> each : issuers.invokeAll(work)) {
        kept += each.get();
      }
    } finally {
      issuers.shutdownNow();
    }
    List<String> numbers =
        jdbc.sql("select number from numbering.used_number order by seq")
            .query(String.class)
            .list();
    assertThat(kept).isBetween(100, 400);
    assertThat(numbers)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, kept).mapToObj("INV/2627/%06d"::formatted).toList());
  }

  @Test
  void everyFiscalYearAndKindBeginsAgain() {
    assertThat(next(DocumentSeries.INVOICE, LocalDate.of(2027, 3, 31)))
        .isEqualTo("INV/2627/000001");
    assertThat(next(DocumentSeries.INVOICE, LocalDate.of(2027, 4, 1))).isEqualTo("INV/2728/000001");
    assertThat(next(DocumentSeries.CREDIT_NOTE, LocalDate.of(2027, 3, 31)))
        .isEqualTo("CN/2627/000001");
    assertThat(next(DocumentSeries.INVOICE, LocalDate.of(2027, 3, 31)))
        .isEqualTo("INV/2627/000002");
  }

  /** Twenty attempts, a third of which are rolled back after they got their number. */
  private int issueSome(Random random) {
    int kept = 0;
    for (int i = 0; i < 20; i++) {
      boolean fails = random.nextInt(3) == 0;
      transactions.executeWithoutResult(
          transaction -> {
            numbering.next(DocumentSeries.INVOICE, DAY, Ids.next(), CLERK);
            if (fails) {
              transaction.setRollbackOnly();
            }
          });
      kept += fails ? 0 : 1;
    }
    return kept;
  }

  private String next(DocumentSeries kind, LocalDate on) {
    return transactions.execute(transaction -> numbering.next(kind, on, Ids.next(), CLERK));
  }
}
