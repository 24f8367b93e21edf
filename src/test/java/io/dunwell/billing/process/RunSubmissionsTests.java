package io.dunwell.billing.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunwell.DunwellTest;
import io.dunwell.approval.Approvals;
import io.dunwell.approval.process.Submissions;
import io.dunwell.billing.Drafts;
import io.dunwell.billing.Mill;
import io.dunwell.contracts.BillingRule;
import io.dunwell.contracts.ContractId;
import io.dunwell.contracts.PurchaseOrder;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceStatus;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.LineView;
import io.dunwell.invoices.NewLine;
import io.dunwell.party.CustomerId;
import io.dunwell.shared.Books;
import io.dunwell.shared.Money;
import io.dunwell.workflow.Workflow;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** All drafts of a billing run are submitted in the background: each once, whatever happens. */
@DunwellTest
class RunSubmissionsTests {

  private static final String SUBMITTED_TWICE =
      """
      select (select count(*) from (select invoice from approval.invoice_version
                group by invoice having count(*) > 1) v)
           + (select count(*) from (select business_key_ from act_hi_procinst
                where proc_def_key_ = 'invoice-approval'
                group by business_key_ having count(*) > 1) p)""";

  @Autowired RunSubmissions submissions;
  @Autowired BulkSubmission submission;
  @Autowired SubmissionBook book;
  @Autowired Submissions people;
  @Autowired Mill mill;
  @Autowired Drafts drafts;
  @Autowired Approvals approvals;
  @Autowired Workflow workflow;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;

  private CustomerId known;
  private ContractId contract;
  private LocalDate today;

  @BeforeEach
  void opens() {
    people.people();
    today = LocalDate.now(clock);
    known = people.customer("C-1");
    people.isKnown(known);
    contract = mill.yarnContract(known);
  }

  @Test
  void aRefusedDraftIsNamedWithItsReasonAndStopsNoOther() {
    deliver(2, "1");
    ContractId ordered =
        mill.contract(
            known,
            BillingRule.PER_DELIVERY,
            new PurchaseOrder("PO-7", Money.of("1000.00", "INR"), null),
            false,
            Mill.yarn("250.00"));
    mill.delivers(ordered, "DC-PO", today.minusDays(2), "4");
    UUID run = run();
    InvoiceId dear = becomesDearer();

    SubmissionView begun = submissions.begin(run, Submissions.BINA);
    assertThat(begun.running()).isTrue();
    assertThat(begun.waiting()).isEqualTo(3);
    assertThat(submissions.begin(run, Submissions.BINA).id())
        .as("a double click begins nothing more")
        .isEqualTo(begun.id());
    workflow.workDueJobs();

    SubmissionView done = of(run);
    assertThat(done.running()).isFalse();
    assertThat(done.submitted()).isEqualTo(2);
    assertThat(done.issued()).isEqualTo(2);
    assertThat(submissions.drafts(run, "REFUSED", 0, 10).content())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.invoice()).isEqualTo(dear.value());
              assertThat(each.why()).contains("PO-7");
            });
    assertThat(status(dear)).isEqualTo(InvoiceStatus.DRAFT);
    assertThat(jdbc.sql("select act_id_ from act_hi_actinst").query(String.class).list())
        .contains("draftsSubmitted");
  }

  @Test
  void whatIsStillADraftIsTriedAgainAndWhatIsNoneIsNot() {
    deliver(2, "1");
    UUID run = run();
    submissions.begin(run, Submissions.BINA);
    InvoiceId alone = draftsOf(run).get(0);
    approvals.withdraw(alone, "Thrown away", Submissions.BINA);
    workflow.workDueJobs();
    assertThat(submissions.drafts(run, "REFUSED", 0, 10).content())
        .singleElement()
        .satisfies(each -> assertThat(each.why()).contains("no draft any more"));
    assertThat(of(run).submitted()).isEqualTo(1);

    UUID first = of(run).id();
    assertThat(submissions.begin(run, Submissions.BINA).id())
        .as("nothing is left")
        .isEqualTo(first);
    assertThatThrownBy(() -> submissions.begin(UUID.randomUUID(), Submissions.BINA))
        .hasMessageContaining("no billing run");
  }

  @Test
  void twoNodesThatSubmitTheSameRunAtOnceSubmitNothingTwice() throws Exception {
    deliver(2, "1");
    UUID click = run();
    atOnce(() -> submissions.begin(click, Submissions.BINA).drafts());
    assertThat(count("select count(*) from billing.submission")).isOne();
    workflow.workDueJobs();

    for (int i = 0; i < 6; i++) {
      mill.delivers(contract, "TWO-" + i, today.minusDays(2), "1");
    }
    UUID run = run();
    List<InvoiceId> six = draftsOf(run);
    UUID id =
        book.plan(
            run,
            List.of(six.subList(0, 2), six.subList(2, 4), six.subList(4, 6)),
            Submissions.BINA);
    assertThat(atOnce(() -> worked(id))).as("chunks").isEqualTo(3);

    assertThat(of(run).running()).isFalse();
    assertThat(of(run).submitted()).isEqualTo(6);
    assertThat(count(SUBMITTED_TWICE)).isZero();
    workflow.workDueJobs();
    assertThat(count("select count(distinct number) from billing.invoice")).isEqualTo(8);
  }

  @Test
  void killedBetweenTwoTransactionsItGoesOnWithWhatIsLeft() {
    deliver(3, "1");
    UUID run = run();
    List<InvoiceId> three = draftsOf(run);
    UUID id = book.plan(run, List.of(three.subList(0, 2), three.subList(2, 3)), Submissions.BINA);
    // what a node leaves behind that dies after drafts are submitted and before their chunk is
    // ticked off
    submission.submitSome(
        three.subList(0, 2), Submissions.BINA, outcomes -> book.note(id, outcomes));
    assertThat(of(run).submitted()).isEqualTo(2);
    assertThat(of(run).running()).isTrue();

    assertThat(worked(id)).as("both chunks are left, the first with nothing to do").isEqualTo(2);

    assertThat(of(run).running()).isFalse();
    assertThat(of(run).submitted()).isEqualTo(3);
    assertThat(count(SUBMITTED_TWICE)).isZero();
  }

  /** Does it on two nodes at the same time; the sum of what they say. */
  private static int atOnce(Supplier<Integer> work) throws Exception {
    Books books = Books.current();
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    try {
      Callable<Integer> node = () -> books.within(work);
      int sum = 0;
      for (Future<Integer> each : nodes.invokeAll(List.of(node, node))) {
        sum += each.get();
      }
      return sum;
    } finally {
      nodes.shutdownNow();
    }
  }

  private int worked(UUID submission) {
    int worked = 0;
    while (Boolean.TRUE.equals(transaction.execute(status -> submissions.workNext(submission)))) {
      worked++;
    }
    return worked;
  }

  private void deliver(int deliveries, String quantity) {
    for (int i = 0; i < deliveries; i++) {
      mill.delivers(contract, "DC-" + i, today.minusDays(2), quantity);
    }
  }

  private UUID run() {
    return Objects.requireNonNull(mill.bills(today).id());
  }

  /** The draft against the order gets dearer than the order allows. */
  private InvoiceId becomesDearer() {
    InvoiceId id =
        new InvoiceId(
            jdbc.sql("select id from billing.invoice where po_number = 'PO-7'")
                .query(UUID.class)
                .single());
    InvoiceView view = approvals.invoice(id);
    LineView line = view.lines().get(0);
    var charge =
        line.charge()
            .at(
                line.charge().quantity(),
                new BigDecimal("260"),
                line.charge().discountPercent(),
                view.currency());
    drafts.revise(
        id, view.basis(), List.of(new NewLine(line.id(), charge, null)), Submissions.BINA);
    return id;
  }

  private List<InvoiceId> draftsOf(UUID run) {
    return jdbc.sql("select id from billing.invoice where run = ? order by id")
        .param(run)
        .query((row, n) -> new InvoiceId(row.getObject(1, UUID.class)))
        .list();
  }

  private SubmissionView of(UUID run) {
    return submissions.of(run).orElseThrow();
  }

  private InvoiceStatus status(InvoiceId invoice) {
    return approvals.invoice(invoice).status();
  }

  private long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }
}
