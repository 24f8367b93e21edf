package io.dunwell.numbering;

import static io.dunwell.ScriptToken.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.dunwell.DunwellTest;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Books;
import io.dunwell.shared.Ids;
import java.time.Clock;
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
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

@DunwellTest
class NumberingTests {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final Actor CLERK = new Actor("billing");

  @Autowired Numbering numbering;
  @Autowired TransactionTemplate transactions;
  @Autowired NumberSeries series;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;
  @Autowired MockMvc web;

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

  @Test
  void noTwoSeriesMakeTheSameNumbersNowOrThisYear() {
    assertThat(next(DocumentSeries.INVOICE, LocalDate.now(clock))).endsWith("/000001");
    refused(DocumentSeries.CREDIT_NOTE, "INV/{fy}/{seq:6}");
    series.change(DocumentSeries.INVOICE, "BILL/{fy}/{seq:6}", CLERK);
    refused(DocumentSeries.CREDIT_NOTE, "INV/{fy}/{seq:6}");
    series.change(DocumentSeries.INVOICE, "INV/{fy}/{seq:6}", CLERK);

    assertThat(series.all())
        .filteredOn(each -> each.kind() == DocumentSeries.INVOICE)
        .singleElement()
        .satisfies(each -> assertThat(each.next()).matches("INV/\\d{4}/000002"));
  }

  private void refused(DocumentSeries kind, String pattern) {
    assertThatThrownBy(() -> series.change(kind, pattern, CLERK))
        .extracting("code")
        .isEqualTo("number-series.collides");
  }

  @Test
  void accountsChangeAPatternOnThePageAndOthersOnlyLook() throws Exception {
    web.perform(change("BILL/{fy}/{seq:6}").with(user("asha").roles("ACCOUNTS")))
        .andExpect(status().is3xxRedirection());
    web.perform(change("SALES/{fy}/{seq:5}").with(user("sunil").roles("SALES")))
        .andExpect(status().isForbidden());
    web.perform(get("/number-series").with(user("vera").roles("AUDITOR")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("BILL/{fy}/{seq:6}")))
        .andExpect(content().string(containsString("BILL/2")));
  }

  private static MockHttpServletRequestBuilder change(String pattern) {
    return post("/number-series/INVOICE").param("pattern", pattern).with(csrf());
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
