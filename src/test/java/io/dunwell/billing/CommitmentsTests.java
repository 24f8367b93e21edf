package io.dunwell.billing;

import static io.dunwell.billing.Mill.inr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dunwell.DunwellTest;
import io.dunwell.approval.Approvals;
import io.dunwell.contracts.BillingRule;
import io.dunwell.contracts.ContractId;
import io.dunwell.contracts.DeliveryId;
import io.dunwell.contracts.PriceLine;
import io.dunwell.contracts.Slab;
import io.dunwell.contracts.SlabRule;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceKind;
import io.dunwell.shared.Ids;
import io.dunwell.shared.Money;
import io.dunwell.workflow.BusinessTime;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DunwellTest
class CommitmentsTests {

  @Autowired Mill mill;
  @Autowired Approvals approvals;
  @Autowired BillingRuns runs;
  @Autowired BusinessTime time;

  private LocalDate end;
  private ContractId contract;

  @BeforeEach
  void agree() {
    mill.opens();
    YearMonth month = YearMonth.from(time.today());
    end = month.atEndOfMonth();
    LocalDate changed = month.minusMonths(3).atDay(1);
    contract =
        mill.contract(
            mill.neighbour("C-1"),
            BillingRule.MONTHLY,
            null,
            true,
            committed(Mill.SINCE, changed.minusDays(1)),
            committed(changed, null));
    time.replayDay(end.plusDays(3));
  }

  @Test
  void whatIsMissingIsBilledOnceTheRestOfTheMonthIs() {
    DeliveryId second = mill.delivers(contract, "DC-2", end.minusDays(1), "300");
    mill.proves(mill.delivers(contract, "DC-1", end, "600"));
    RunReport first = mill.bills(end);
    assertThat(nets(first)).containsExactly(inr("600.00"));
    assertThat(first.leftOut())
        .extracting(RunReport.LeftOut::cause, RunReport.LeftOut::value)
        .containsExactly(
            tuple(Cause.PROOF_MISSING, inr("300.00")), tuple(Cause.PROOF_MISSING, inr("400.00")));
    mill.proves(second);
    RunReport rest = mill.bills(end);
    assertThat(nets(rest)).as("300 delivered and 100 missing").containsExactly(inr("400.00"));
    assertThat(mill.bills(end).drafts()).isEmpty();

    first.drafts().forEach(each -> mill.issues(id(each)));
    rest.drafts().forEach(each -> mill.issues(id(each)));
    mill.proves(mill.delivers(contract, "DC-3", end, "70"));
    RunReport late = mill.bills(end);
    assertThat(nets(late)).containsExactly(inr("70.00"));
    mill.issues(id(late.drafts().get(0)));
    assertThat(mill.bills(end).drafts())
        .extracting(RunReport.DraftSummary::kind, RunReport.DraftSummary::net)
        .containsExactly(tuple(InvoiceKind.CREDIT_NOTE, inr("70.00")));
    assertThat(mill.bills(end).drafts()).isEmpty();
  }

  @Test
  void aMonthWithoutDeliveriesIsBilledToo() {
    assertThat(mill.bills(end.minusDays(1)).drafts()).as("not over yet").isEmpty();
    RunReport report = mill.bills(end);
    assertThat(nets(report)).containsExactly(inr("1000.00"));
    assertThat(mill.bills(end).drafts()).isEmpty();

    approvals.withdraw(id(report.drafts().get(0)), "Too early", Mill.CLERK);
    assertThat(nets(mill.bills(end))).containsExactly(inr("1000.00"));
  }

  @Test
  void whatARunIsRefusedADryRunForesees() {
    ContractId untaxable =
        mill.contract(
            mill.neighbour("C-2"),
            BillingRule.MONTHLY,
            null,
            false,
            committed(Mill.SINCE, null, "0001"));
    assertThat(mill.bills(end).leftOut())
        .as("a month without deliveries")
        .extracting(RunReport.LeftOut::commitment, RunReport.LeftOut::value)
        .containsExactly(tuple(new RunReport.Committed("YARN-40", end), inr("1000.00")));
    mill.delivers(untaxable, "DC-9", end, "YARN-40", "5");

    RunReport dry = runs.run(end, true, Mill.CLERK);
    RunReport run = runs.run(end, false, Mill.CLERK);

    assertThat(dry.leftOut()).isEqualTo(run.leftOut());
    assertThat(run.leftOut())
        .extracting(RunReport.LeftOut::value, RunReport.LeftOut::cause)
        .containsExactly(tuple(inr("5.00"), Cause.READY), tuple(inr("995.00"), Cause.READY));
    assertThat(run.leftOut().get(1).why()).contains("No GST rate is known for code 0001");
    assertThat(run.leftOut().get(1).commitment())
        .isEqualTo(new RunReport.Committed("YARN-40", end));
    assertThat(runs.leftOut(Objects.requireNonNull(run.id())))
        .extracting(RunView.Left::deliveryNumber, RunView.Left::item)
        .containsExactly(tuple("DC-9", "YARN-40"), tuple(null, "YARN-40"));
  }

  private static List<Money> nets(RunReport report) {
    return report.drafts().stream().map(RunReport.DraftSummary::net).toList();
  }

  private static InvoiceId id(RunReport.DraftSummary draft) {
    return Objects.requireNonNull(draft.id());
  }

  private static PriceLine committed(
      LocalDate from, @org.jspecify.annotations.Nullable LocalDate until) {
    return committed(from, until, "5205");
  }

  private static PriceLine committed(
      LocalDate from, @org.jspecify.annotations.Nullable LocalDate until, String code) {
    return new PriceLine(
        Ids.next(),
        "YARN-40",
        "Cotton yarn",
        "KGS",
        from,
        until,
        List.of(new Slab(BigDecimal.ZERO, BigDecimal.ONE)),
        SlabRule.WHOLE,
        BigDecimal.ZERO,
        inr("1000.00"),
        code,
        false);
  }
}
