package io.dunwell.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunwell.DunwellTest;
import io.dunwell.contracts.BillingRule;
import io.dunwell.shared.Page;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The unbilled register of 100,000 lines, half of them billed by the month, and its trend. Goal: a
 * page in at most one and a half seconds.
 */
@DunwellTest
@Tag("bench")
class UnbilledBench {

  private static final int LINES = Integer.getInteger("dunwell.bench.unbilled", 100_000);
  private static final LocalDate DAY = BigMill.FIRST.plusDays(200);

  @Autowired BigMill mill;
  @Autowired Unbilled unbilled;
  @Autowired JdbcClient jdbc;

  @Test
  void readsTheRegister() {
    mill.deliver(mill.contracts(LINES / 20, BillingRule.MONTHLY), LINES, 180);
    jdbc.sql("analyze").update();
    for (int round = 0; round < 3; round++) {
      Page<UnbilledItem> all =
          timed("page", () -> unbilled.register(UnbilledFilter.of(DAY), 0, 50));
      assertThat(all.total()).isEqualTo(LINES);
      timed("search", () -> unbilled.register(searched(), 0, 50));
      timed("as of a day, all items", () -> unbilled.asOf(DAY));
      timed("trend of six months", () -> unbilled.trend(DAY, 6));
    }
  }

  private static UnbilledFilter searched() {
    return new UnbilledFilter(DAY, Cause.READY, "Customer 12", 30, null);
  }

  private static <T> T timed(String what, Supplier<T> work) {
    long start = System.nanoTime();
    T answer = work.get();
    System.out.printf(
        Locale.ROOT,
        "BENCH unbilled register, %,d lines, %s: %.2f s (goal 1.50)%n",
        LINES,
        what,
        (System.nanoTime() - start) / 1e9);
    return answer;
  }
}
