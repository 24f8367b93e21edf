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

  private static List<Money> nets(RunReport report) {
    return report.drafts().stream().map(RunReport.DraftSummary::net).toList();
  }

  private static InvoiceId id(RunReport.DraftSummary draft) {
    return Objects.requireNonNull(draft.id());
  }

  private static PriceLine committed(
      LocalDate from, @org.jspecify.annotations.Nullable LocalDate until) {
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
        "5205",
        false);
  }
}
