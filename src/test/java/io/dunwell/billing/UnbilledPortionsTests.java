package io.dunwell.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunwell.DunwellTest;
import io.dunwell.contracts.BillingRule;
import io.dunwell.contracts.ContractId;
import io.dunwell.contracts.Contracts;
import io.dunwell.contracts.Prices;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What is unbilled is read a few contracts at a time, and bills the same as read at once. */
@DunwellTest
class UnbilledPortionsTests {

  @Autowired Mill mill;
  @Autowired BillingRuns runs;
  @Autowired UnbilledLines lines;
  @Autowired Contracts agreed;
  @Autowired Prices prices;
  @Autowired RunDrafts drafts;
  @Autowired Commitments commitments;
  @Autowired CameBack cameBack;
  @Autowired BillingRunBook book;
  @Autowired PlatformTransactionManager transactions;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  @Test
  void aRunInSmallPortionsDraftsTheSameAndCutsNoInvoice() {
    mill.opens();
    LocalDate today = LocalDate.now(clock);
    List<ContractId> contracts = new ArrayList<>();
    for (int n = 0; n < 5; n++) {
      contracts.add(
          mill.contract(
              mill.neighbour("C-" + n),
              n % 2 == 0 ? BillingRule.MONTHLY : BillingRule.PER_DELIVERY,
              null,
              n == 4,
              Mill.yarn("250.00")));
    }
    for (int n = 0; n < 17; n++) {
      mill.delivers(contracts.get(n % 5), "DC-" + n, today.minusDays(32 + n % 3), "" + (1 + n));
    }
    RunReport atOnce = runs.run(today, true, Mill.CLERK);
    for (int lines : new int[] {1, 5}) {
      RunNotes.Kept inPortions = new RunNotes.Kept();
      inPortionsOf(lines).work(run(today, true), inPortions);
      assertThat(inPortions.drafts()).isEqualTo(atOnce.drafts());
      assertThat(inPortions.left()).containsExactlyInAnyOrderElementsOf(atOnce.leftOut());
    }

    RunNotes.Kept made = new RunNotes.Kept();
    inPortionsOf(1).work(run(today, false), made);
    assertThat(made.drafts()).hasSameSizeAs(atOnce.drafts());
    RunNotes.Kept again = new RunNotes.Kept();
    inPortionsOf(1).work(run(today, false), again);
    assertThat(again.drafts()).as("nothing is billed twice").isEmpty();
  }

  @Test
  void noContractIsPartedAndNoneIsLeftOut() {
    mill.opens();
    LocalDate today = LocalDate.now(clock);
    ContractId first = mill.yarnContract(mill.neighbour("C-1"));
    ContractId second = mill.yarnContract(mill.neighbour("C-2"));
    ContractId third = mill.yarnContract(mill.neighbour("C-3"));
    for (int n = 0; n < 4; n++) {
      mill.delivers(n < 3 ? first : second, "DC-" + n, today.minusDays(n), "5");
    }
    assertThat(new UnbilledPortions(jdbc, 2).of(today, Set.of(third)))
        .containsExactly(Set.of(first), Set.of(second, third));
    assertThat(new UnbilledPortions(jdbc, 2).of(today.minusDays(3), Set.of()))
        .containsExactly(Set.of(second));
  }

  private static RunWork.Run run(LocalDate today, boolean dry) {
    return new RunWork.Run(io.dunwell.shared.Ids.next(), today, today, dry, Mill.CLERK);
  }

  private RunWork inPortionsOf(int some) {
    Unbilled unbilled = new Unbilled(lines, new UnbilledPortions(jdbc, some), agreed, prices);
    return new RunWork(unbilled, drafts, commitments, cameBack, book, transactions);
  }
}
