package io.dunwell.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunwell.DunwellTest;
import io.dunwell.approval.Approvals;
import io.dunwell.contracts.BillingRule;
import io.dunwell.contracts.ContractId;
import io.dunwell.contracts.DeliveryId;
import io.dunwell.invoices.Charge;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceKind;
import io.dunwell.invoices.InvoiceStatus;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.LineView;
import io.dunwell.invoices.NewLine;
import io.dunwell.shared.Books;
import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whatever is delivered, returned, billed, withdrawn and cancelled: no quantity is billed twice.
 */
@DunwellTest
class NothingTwiceTests {

  /**
   * What stays with customers, what living documents bill of it, and what is still to be billed.
   */
  private static final String SUMS =
      """
      select b.root, sum(b.quantity) as kept,
             coalesce(sum(b.quantity) filter (where x.line is not null), 0) as billed
      from billing.billable_item b
      left join billing.billed_item x on x.billable_item = b.id and x.living
      group by b.root""";

  private static final String LINES =
      """
      select l.id, l.quantity * case when i.kind = 'CREDIT_NOTE' then -1 else 1 end as asked,
             i.run is not null or i.kind <> 'CREDIT_NOTE' as exact, sum(b.quantity) as covered
      from billing.invoice_line l
      join billing.invoice i on i.id = l.invoice
      join billing.billed_item x on x.line = l.id and x.living
      join billing.billable_item b on b.id = x.billable_item
      group by l.id, i.kind, i.run, l.quantity""";

  /** What the parts of each delivery line come to, beside what was delivered. */
  private static final String PARTS =
      """
      select b.delivery_line, sum(abs(b.quantity)) as parts, max(d.quantity) as delivered
      from billing.billable_item b join contracts.v_delivery_line d on d.id = b.delivery_line
      group by b.delivery_line""";

  @Autowired Mill mill;
  @Autowired Drafts editor;
  @Autowired InvoiceNotes notes;
  @Autowired Approvals approvals;
  @Autowired Invoicing invoicing;
  @Autowired BillingRuns runs;
  @Autowired Unbilled unbilled;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private LocalDate today;
  private ContractId contract;
  private ContractId monthly;

  @BeforeEach
  void open() {
    mill.opens();
    today = LocalDate.now(clock);
    contract = mill.yarnContract(mill.neighbour("C-1"));
    monthly =
        mill.contract(
            mill.neighbour("C-2"),
            BillingRule.MONTHLY,
            null,
            false,
            Mill.yarn("250.00"),
            Mill.price("DYE", "Dyeing", "KGS", "20.00", "998821", true));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void overRandomHistories(long seed) {
    Random random = new Random(seed);
    List<DeliveryId> deliveries = new ArrayList<>();
    List<InvoiceId> drafts = new ArrayList<>();
    List<InvoiceId> issued = new ArrayList<>();
    for (int step = 0; step < 60; step++) {
      switch (random.nextInt(9)) {
        case 0, 1 -> deliveries.add(deliver("DC-" + seed + "-" + step, random));
        case 6, 7 -> editOne(drafts, random);
        case 8 -> creditOne(issued, drafts, random);
        case 2 -> {
          returnSome(deliveries, random);
          drafts.removeIf(each -> mill.view(each).status() == InvoiceStatus.WITHDRAWN);
        }
        case 3 -> billAsForeseen().forEach(each -> drafts.add(Objects.requireNonNull(each.id())));
        case 4 -> endOne(drafts, issued, random);
        default -> cancelOne(issued, random);
      }
      nothingIsBilledTwice();
    }
    mill.bills(today);
    nothingIsBilledTwice();
    assertThat(unbilled.asOf(today))
        .as("what is left has a reason")
        .allSatisfy(item -> assertThat(item.cause()).isNotEqualTo(Cause.READY));
  }

  /** A dry run says what the run then does, and leaves nothing behind. */
  private List<RunReport.DraftSummary> billAsForeseen() {
    RunReport dry = runs.run(today, true, Mill.CLERK);
    RunReport run = mill.bills(today);
    assertThat(dry.drafts())
        .isEqualTo(run.drafts().stream().map(RunReport.DraftSummary::undone).toList());
    assertThat(dry.leftOut()).isEqualTo(run.leftOut());
    return run.drafts();
  }

  @Test
  void twoRunsAtOnceBillNothingTwice() throws Exception {
    for (int i = 0; i < 12; i++) {
      mill.delivers(contract, "DC-" + i, today.minusDays(i), "5");
    }
    Books books = Books.current();
    ExecutorService clerks = Executors.newFixedThreadPool(4);
    int made = 0;
    try {
      Callable<Integer> run =
          () -> books.within(() -> runs.run(today, false, Mill.CLERK).drafts().size());
      for (Future<Integer> each : clerks.invokeAll(List.of(run, run, run, run))) {
        made += each.get();
      }
    } finally {
      clerks.shutdownNow();
    }
    assertThat(made).isEqualTo(12);
    nothingIsBilledTwice();
    assertThat(runs.run(today, false, Mill.CLERK).drafts()).isEmpty();
  }

  private void nothingIsBilledTwice() {
    jdbc.sql(SUMS)
        .query(
            row -> {
              BigDecimal kept = row.getBigDecimal("kept");
              BigDecimal billed = row.getBigDecimal("billed");
              assertThat(kept).isNotNegative();
              assertThat(billed).isNotNegative();
            });
    jdbc.sql(LINES)
        .query(
            row -> {
              BigDecimal covered = row.getBigDecimal("covered");
              if (row.getBoolean("exact")) {
                assertThat(row.getBigDecimal("asked")).isEqualByComparingTo(covered);
              } else {
                assertThat(row.getBigDecimal("asked")).isLessThanOrEqualTo(covered);
              }
            });
    jdbc.sql(PARTS)
        .query(
            row -> {
              assertThat(row.getBigDecimal("parts"))
                  .isEqualByComparingTo(row.getBigDecimal("delivered"));
            });
  }

  private DeliveryId deliver(String number, Random random) {
    boolean byMonth = random.nextInt(3) == 0;
    LocalDate on = byMonth ? today.minusDays(35 + random.nextInt(20)) : today.minusDays(9);
    String quantity = String.valueOf(1 + random.nextInt(20));
    return mill.delivers(
        byMonth ? monthly : contract,
        number,
        on,
        byMonth && random.nextBoolean() ? "DYE" : "YARN-40",
        quantity);
  }

  /** Bills another quantity, splits the draft, or drops a line. */
  private void editOne(List<InvoiceId> drafts, Random random) {
    if (drafts.isEmpty()) {
      return;
    }
    InvoiceView draft = mill.view(drafts.get(random.nextInt(drafts.size())));
    LineView line = draft.lines().get(random.nextInt(draft.lines().size()));
    try {
      switch (random.nextInt(4)) {
        case 0 ->
            drafts.add(editor.split(Seen.asItStands(draft.id()), Set.of(line.id()), Mill.CLERK));
        case 1 -> editor.drop(Seen.asItStands(draft.id()), Set.of(line.id()), Mill.CLERK);
        default -> bill(draft, line, BigDecimal.valueOf(1 + random.nextInt(25)));
      }
    } catch (RuleViolation refused) {
      assertThat(refused.code())
          .isIn(
              "invoice.nothing-to-bill",
              "invoice.more-than-delivered",
              "invoice.quantity-is-returned",
              "credit-note.more-than-billed");
    }
  }

  private void bill(InvoiceView draft, LineView line, BigDecimal quantity) {
    Charge charge = line.charge();
    Charge other =
        charge.at(quantity, charge.unitPrice(), charge.discountPercent(), draft.currency());
    List<NewLine> lines =
        draft.lines().stream()
            .map(
                each ->
                    each.id().equals(line.id())
                        ? new NewLine(each.id(), other, each.originalLine())
                        : NewLine.of(each))
            .toList();
    editor.revise(draft.id(), draft.basis(), lines, Mill.CLERK);
  }

  private void creditOne(List<InvoiceId> issued, List<InvoiceId> drafts, Random random) {
    if (!issued.isEmpty()) {
      InvoiceView invoice = mill.view(issued.get(random.nextInt(issued.size())));
      LineView line = invoice.lines().get(0);
      BigDecimal quantity = BigDecimal.valueOf(1 + random.nextInt(10));
      try {
        drafts.add(
            notes.note(
                InvoiceKind.CREDIT_NOTE,
                invoice.id(),
                List.of(new InvoiceNotes.NoteLine(line.id(), quantity, null)),
                "Damp",
                Mill.CLERK));
      } catch (RuleViolation refused) {
        assertThat(refused.code()).isIn("credit-note.more-than-billed", "invoice.not-issued");
      }
    }
  }

  private void returnSome(List<DeliveryId> deliveries, Random random) {
    if (!deliveries.isEmpty()) {
      DeliveryId delivery = deliveries.get(random.nextInt(deliveries.size()));
      try {
        deliveries.add(mill.takesBack(delivery, String.valueOf(1 + random.nextInt(4)), today));
      } catch (RuntimeException moreThanThereIs) {
        assertThat(moreThanThereIs).hasMessageContaining("");
      }
    }
  }

  private void endOne(List<InvoiceId> drafts, List<InvoiceId> issued, Random random) {
    if (drafts.isEmpty()) {
      return;
    }
    InvoiceId draft = drafts.remove(random.nextInt(drafts.size()));
    if (random.nextBoolean()) {
      mill.issues(draft);
      issued.add(draft);
    } else {
      approvals.withdraw(draft, "Thrown away", Mill.CLERK);
    }
  }

  private void cancelOne(List<InvoiceId> issued, Random random) {
    if (!issued.isEmpty()) {
      InvoiceId invoice = issued.get(random.nextInt(issued.size()));
      try {
        invoicing.cancel(invoice, "Wrong", Mill.CLERK);
        issued.remove(invoice);
      } catch (RuleViolation hasNotes) {
        assertThat(hasNotes.code()).isEqualTo("invoice.has-notes");
      }
    }
  }
}
