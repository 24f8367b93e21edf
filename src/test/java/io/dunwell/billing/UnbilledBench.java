package io.dunwell.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.dunwell.DunwellTest;
import io.dunwell.contracts.BillingRule;
import io.dunwell.contracts.ContractId;
import io.dunwell.workflow.BusinessTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/**
 * The unbilled register of 100,000 lines, half of them billed by the month, as its page and
 * programs read it. Goals: whatever is asked in a second and a half, a trend of twelve months in
 * three seconds.
 */
@DunwellTest
@Tag("bench")
class UnbilledBench {

  private static final int LINES = Integer.getInteger("dunwell.bench.unbilled", 100_000);
  private static final int DAYS = 360;
  private static final LocalDate DAY = BigMill.FIRST.plusDays(DAYS + 20);
  private static final String LIST = "/api/unbilled?";

  @Autowired BigMill mill;
  @Autowired Unbilled unbilled;
  @Autowired MockMvc mvc;
  @Autowired BusinessTime time;
  @Autowired JdbcClient jdbc;

  @Test
  void readsTheRegister() throws Exception {
    time.replayDay(DAY);
    List<ContractId> contracts = mill.contracts(LINES / 20, BillingRule.MONTHLY);
    mill.deliver(contracts, LINES, DAYS);
    jdbc.sql("analyze").update();
    read("first page of a day, computed", LIST + "size=50", 1.5);
    assertThat(read("page", LIST + "size=50", 0.3)).contains("\"total\":" + LINES);
    for (String sort : List.of("-value", "customer", "-age", "cause", "standing")) {
      read("page sorted by " + sort, LIST + "size=50&page=700&sort=" + sort, 0.3);
    }
    read("search", LIST + "q=Customer+12&cause=READY&minAge=30", 0.3);
    read("mine", LIST + "mine=true", 0.3);
    read("summary", "/api/unbilled/summary", 1.5);
    read("trend of 12 months, computed", "/api/unbilled/trend?months=12", 3);
    read("trend of 12 months", "/api/unbilled/trend?months=12", 3);
    read("desk page, all four lists", "/unbilled", 1.5);
    read("desk page of a past day, computed", "/unbilled?asOf=" + DAY.minusDays(40), 1.5);
    read("desk page of a past day", "/unbilled?asOf=" + DAY.minusDays(40), 1.5);
    mill.deliver(contracts.subList(0, 200), 200, 20, LINES);
    read("page after 200 deliveries on 200 contracts", LIST + "size=50", 0.3);
    read("Excel", "/unbilled?format=xlsx", 60);
    time.replayDay(DAY.plusDays(1));
    read("first page of the next day", LIST + "size=50", 1.5);
    long start = System.nanoTime();
    assertThat(unbilled.asOf(DAY)).hasSize(LINES + 200);
    say("every line with its price, in memory", start, 10);
  }

  private String read(String what, String path, double goal) throws Exception {
    long start = System.nanoTime();
    String answer =
        mvc.perform(get(path).with(user("billing").roles("BILLING")))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString();
    say(what, start, goal);
    return answer;
  }

  private static void say(String what, long start, double goal) {
    System.out.printf(
        Locale.ROOT,
        "BENCH unbilled register, %,d lines, %s: %.2f s (goal %.2f)%n",
        LINES,
        what,
        (System.nanoTime() - start) / 1e9,
        goal);
  }
}
