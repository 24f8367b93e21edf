package io.dunwell.receipts;

import static io.dunwell.Trade.CLERK;
import static io.dunwell.Trade.DAY;
import static io.dunwell.Trade.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunwell.DunwellTest;
import io.dunwell.Trade;
import io.dunwell.party.CustomerId;
import io.dunwell.receivables.ItemView;
import io.dunwell.receivables.Projections;
import io.dunwell.shared.Books;
import io.dunwell.shared.RuleViolation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What two people do at the same moment. */
@DunwellTest
class ConcurrentReceiptsTests {

  @Autowired Trade trade;
  @Autowired Receipts receipts;
  @Autowired Projections projections;

  @Test
  void onlyOneOfTwoAllocationsOfTheSameMoneyWins() throws Exception {
    CustomerId customer = trade.customer("C1");
    for (int round = 0; round < 10; round++) {
      ItemView one = trade.invoice(customer, "A-" + round, "100.00", DAY, DAY);
      ItemView other = trade.invoice(customer, "B-" + round, "100.00", DAY, DAY);
      ReceiptId receipt = trade.receipt(customer, "r" + round, "100.00", DAY);

      List<String> outcomes =
          atOnce(
              () -> outcome(() -> trade.pay(receipt, one, "100.00", DAY)),
              () -> outcome(() -> trade.pay(receipt, other, "100.00", DAY)));

      assertThat(outcomes).containsExactlyInAnyOrder("done", "receipt.already-applied");
      assertThat(receipts.unapplied(receipt)).isEqualTo(eur("0.00"));
    }
    assertThat(projections.differences()).isEmpty();
  }

  @Test
  void whatIsLeftIsNotEnoughForTheSecond() throws Exception {
    CustomerId customer = trade.customer("C1");
    ItemView one = trade.invoice(customer, "A", "60.00", DAY, DAY);
    ItemView other = trade.invoice(customer, "B", "60.00", DAY, DAY);
    ReceiptId receipt = trade.receipt(customer, "r", "100.00", DAY);

    List<String> outcomes =
        atOnce(
            () -> outcome(() -> trade.pay(receipt, one, "60.00", DAY)),
            () -> outcome(() -> trade.pay(receipt, other, "60.00", DAY)));

    assertThat(outcomes).containsExactlyInAnyOrder("done", "receipt.not-enough");
    assertThat(receipts.unapplied(receipt)).isEqualTo(eur("40.00"));
  }

  @Test
  void theSameSourceAtTheSameTimeIsOneReceipt() throws Exception {
    CustomerId customer = trade.customer("C1");
    for (int round = 0; round < 10; round++) {
      String key = "r" + round;

      List<ReceiptId> booked =
          atOnce(
              () -> trade.receipt(customer, key, "100.00", DAY),
              () -> trade.receipt(customer, key, "100.00", DAY));

      assertThat(booked.get(0)).isEqualTo(booked.get(1));
    }
    assertThat(receipts.ofCustomer(customer, 0, 50).total()).isEqualTo(10);
  }

  @Test
  void twoLoadsOverTheSameAccountsDoNotBlockEachOtherForEver() throws Exception {
    CustomerId one = trade.customer("C1");
    CustomerId other = trade.customer("C2");
    atOnce(() -> book("x", one, other), () -> book("y", other, one));

    assertThat(receipts.ofCustomer(one, 0, 50).total()).isEqualTo(2);
    assertThat(receipts.ofCustomer(other, 0, 50).total()).isEqualTo(2);
  }

  private List<ReceiptId> book(String key, CustomerId first, CustomerId second) {
    return receipts.bookAll(
        List.of(
            new NewReceipt(first, eur("1.00"), DAY, null, key + "1"),
            new NewReceipt(second, eur("1.00"), DAY, null, key + "2")),
        CLERK);
  }

  private static String outcome(Runnable act) {
    try {
      act.run();
      return "done";
    } catch (RuleViolation refusal) {
      return refusal.code();
    }
  }

  private static <T> List<T> atOnce(Callable<T> one, Callable<T> other) throws Exception {
    Books books = Books.current();
    CyclicBarrier start = new CyclicBarrier(2);
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      List<Future<T>> running = new ArrayList<>();
      for (Callable<T> act : List.of(one, other)) {
        running.add(pool.submit(() -> books.within(() -> begin(start, act))));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> each : running) {
        results.add(each.get(60, TimeUnit.SECONDS));
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  private static <T> T begin(CyclicBarrier start, Callable<T> act) {
    try {
      start.await(30, TimeUnit.SECONDS);
      return act.call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
