package io.dunwell.billing.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunwell.DunwellTest;
import io.dunwell.approval.Approvals;
import io.dunwell.approval.Verdict;
import io.dunwell.approval.process.Submissions;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceStatus;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.party.CustomerId;
import io.dunwell.receivables.OpenItems;
import io.dunwell.workflow.Workflow;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DunwellTest
class BulkSubmissionTests {

  @Autowired BulkSubmission submission;
  @Autowired Submissions people;
  @Autowired Approvals approvals;
  @Autowired OpenItems items;
  @Autowired Workflow workflow;
  @Autowired RuntimeService runtime;
  @Autowired HistoryService history;

  private CustomerId known;

  @BeforeEach
  void opens() {
    people.people();
    known = people.customer("C-1");
    people.isKnown(known);
  }

  @Test
  void whatAPolicyLetsPassIsIssuedInOneGoAndTheRestWaitsForItsDepartments() {
    InvoiceId one = people.draft(known, "100");
    InvoiceId dear = people.draft(known, "90000");
    InvoiceId other = people.draft(known, "120");

    var outcomes = submission.submitAll(List.of(one, dear, other), Submissions.BINA);

    assertThat(outcomes).allMatch(each -> each.refusal() == null);
    List<String> numbers = List.of(number(one), number(other));
    assertThat(numbers).doesNotHaveDuplicates().isSorted();
    assertThat(items.ofDocuments(numbers)).hasSize(2);
    assertThat(view(one).document()).isNotNull();
    assertThat(view(one).letter()).isNotNull();
    assertThat(approvals.verdicts(one))
        .extracting(v -> v.verdict())
        .containsExactly(Verdict.STRAIGHT);
    assertThat(view(dear).status()).isEqualTo(InvoiceStatus.SUBMITTED);
    assertThat(running()).isEqualTo(1);
    assertThat(ended(one)).isTrue();
    assertThat(workflow.workDueJobs()).isZero();
  }

  @Test
  void oneThatIsRefusedStopsNoOther() {
    InvoiceId fine = people.draft(known, "100");
    InvoiceId submitted = people.submitted(known, "90000");

    var outcomes = submission.submitAll(List.of(fine, submitted), Submissions.BINA);
    workflow.workDueJobs();

    assertThat(outcomes.get(0).refusal()).isNull();
    assertThat(outcomes.get(1).refusal()).contains("cannot be submitted");
    assertThat(view(fine).status()).isEqualTo(InvoiceStatus.ISSUED);
  }

  private String number(InvoiceId invoice) {
    return Objects.requireNonNull(view(invoice).number());
  }

  private InvoiceView view(InvoiceId invoice) {
    return approvals.invoice(invoice);
  }

  private long running() {
    return runtime.createProcessInstanceQuery().processDefinitionKey("invoice-approval").count();
  }

  private boolean ended(InvoiceId invoice) {
    return history
            .createHistoricProcessInstanceQuery()
            .processInstanceBusinessKey(invoice.toString())
            .finished()
            .count()
        == 1;
  }
}
