package io.dunwell.billing.process;

import io.dunwell.billing.Approvals;
import io.dunwell.billing.Approvers;
import io.dunwell.billing.InvoiceId;
import io.dunwell.billing.InvoiceView;
import io.dunwell.billing.Issuing;
import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.Together;
import io.dunwell.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Submits many drafts. Some at a time go through their approval processes in one transaction; those
 * that a policy lets pass are issued in it, too. If that is refused for one of them, each of them
 * goes alone, so that it stops no other.
 */
@Service
public class BulkSubmission {

  private static final Logger LOG = LoggerFactory.getLogger(BulkSubmission.class);

  /** So few that others do not wait long for a number. */
  private static final int AT_A_TIME = 50;

  private final Approvals approvals;
  private final Approvers approvers;
  private final Issuing issuing;
  private final Workflow workflow;
  private final TransactionTemplate transaction;

  BulkSubmission(
      Approvals approvals,
      Approvers approvers,
      Issuing issuing,
      Workflow workflow,
      PlatformTransactionManager transactions) {
    this.approvals = approvals;
    this.approvers = approvers;
    this.issuing = issuing;
    this.workflow = workflow;
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * What became of one of several drafts.
   *
   * @param refusal why it was not submitted; null if it was
   */
  public record Outcome(InvoiceId invoice, @Nullable String refusal) {}

  /** Submits each of these, as {@link Approvals#submit} does. */
  public List<Outcome> submitAll(List<InvoiceId> drafts, Actor by) {
    List<Outcome> outcomes = new ArrayList<>();
    for (int from = 0; from < drafts.size(); from += AT_A_TIME) {
      List<InvoiceId> some = drafts.subList(from, Math.min(from + AT_A_TIME, drafts.size()));
      outcomes.addAll(submitSome(some, by));
    }
    return outcomes;
  }

  private List<Outcome> submitSome(List<InvoiceId> drafts, Actor by) {
    try {
      transaction.executeWithoutResult(
          status ->
              Together.within(
                  () -> {
                    workflow.inOneGo(() -> together(drafts, by));
                    return null;
                  }));
      return drafts.stream().map(id -> new Outcome(id, null)).toList();
    } catch (RuntimeException refused) {
      LOG.debug("Several drafts are submitted one by one: {}", refused.toString());
      return drafts.stream().map(id -> alone(id, by)).toList();
    }
  }

  private void together(List<InvoiceId> drafts, Actor by) {
    List<InvoiceView> views = approvals.locked(drafts);
    approvers.foresee(views);
    approvals.submitAll(drafts, by);
    List<InvoiceId> issued = issuing.issueAll(drafts, Actor.SYSTEM);
    if (!issued.isEmpty()) {
      workflow.workFreshJobs(InvoiceApproval.PROCESS, steps(issued));
    }
  }

  /** What was sent with its issue needs no job to be sent; a registration is one of its own. */
  private Set<String> steps(List<InvoiceId> issued) {
    boolean sent = approvals.invoice(issued.get(0)).letter() != null;
    return sent ? Set.of("issueInvoice", "sendInvoice") : Set.of("issueInvoice");
  }

  private Outcome alone(InvoiceId draft, Actor by) {
    try {
      approvals.submit(draft, by);
      return new Outcome(draft, null);
    } catch (RuleViolation refused) {
      return new Outcome(draft, refused.sentence());
    }
  }
}
