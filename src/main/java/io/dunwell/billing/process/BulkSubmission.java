package io.dunwell.billing.process;

import io.dunwell.approval.Approvals;
import io.dunwell.approval.Approvers;
import io.dunwell.approval.Submitting;
import io.dunwell.approval.process.InvoiceApproval;
import io.dunwell.billing.Issuing;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.Together;
import io.dunwell.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

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
  private final Submitting submitting;
  private final Approvers approvers;
  private final Issuing issuing;
  private final Workflow workflow;

  BulkSubmission(
      Approvals approvals,
      Submitting submitting,
      Approvers approvers,
      Issuing issuing,
      Workflow workflow) {
    this.approvals = approvals;
    this.submitting = submitting;
    this.approvers = approvers;
    this.issuing = issuing;
    this.workflow = workflow;
  }

  /**
   * What became of one of several drafts.
   *
   * @param refusal why it was not submitted; null if it was
   * @param failed whether that was no rule but something that went wrong
   */
  public record Outcome(InvoiceId invoice, @Nullable String refusal, boolean failed) {

    static Outcome submitted(InvoiceId invoice) {
      return new Outcome(invoice, null, false);
    }

    static Outcome refused(InvoiceId invoice, String why) {
      return new Outcome(invoice, why, false);
    }

    String kind() {
      if (refusal == null) {
        return "SUBMITTED";
      }
      return failed ? "FAILED" : "REFUSED";
    }
  }

  /** Submits each of these, as {@link Submitting#submit} does. */
  public List<Outcome> submitAll(List<InvoiceId> drafts, Actor by) {
    List<Outcome> outcomes = new ArrayList<>();
    chunks(drafts).forEach(some -> outcomes.addAll(submitSome(some, by, noted -> {})));
    return outcomes;
  }

  /** As many as go together, one after the other. */
  static List<List<InvoiceId>> chunks(List<InvoiceId> drafts) {
    List<List<InvoiceId>> chunks = new ArrayList<>();
    for (int from = 0; from < drafts.size(); from += AT_A_TIME) {
      chunks.add(drafts.subList(from, Math.min(from + AT_A_TIME, drafts.size())));
    }
    return chunks;
  }

  /**
   * Submits these in a transaction of their own, or, if that is refused, each in its own.
   *
   * @param note hears what became of them in the very transaction in which it did
   */
  List<Outcome> submitSome(List<InvoiceId> drafts, Actor by, Consumer<List<Outcome>> note) {
    List<Outcome> outcomes = drafts.stream().map(Outcome::submitted).toList();
    try {
      workflow.inNewTransaction(
          () ->
              Together.within(
                  () -> {
                    together(drafts, by);
                    note.accept(outcomes);
                    return null;
                  }));
      return outcomes;
    } catch (RuntimeException refused) {
      LOG.debug("Several drafts are submitted one by one: {}", refused.toString());
      return drafts.stream().map(id -> alone(id, by, note)).toList();
    }
  }

  private void together(List<InvoiceId> drafts, Actor by) {
    List<InvoiceView> views = submitting.locked(drafts);
    approvers.foresee(views);
    submitting.submitAll(drafts, by);
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

  private Outcome alone(InvoiceId draft, Actor by, Consumer<List<Outcome>> note) {
    try {
      Outcome submitted = Outcome.submitted(draft);
      workflow.inNewTransaction(
          () -> {
            submitting.submit(draft, by);
            note.accept(List.of(submitted));
            return null;
          });
      return submitted;
    } catch (RuntimeException refused) {
      Outcome outcome = outcome(draft, refused);
      workflow.inNewTransaction(
          () -> {
            note.accept(List.of(outcome));
            return null;
          });
      return outcome;
    }
  }

  private static Outcome outcome(InvoiceId draft, RuntimeException refused) {
    if (refused instanceof RuleViolation violation) {
      return Outcome.refused(draft, violation.sentence());
    }
    LOG.error("Draft {} could not be submitted", draft, refused);
    String why = "Something went wrong; submit it again. " + refused.getMessage();
    return new Outcome(draft, why, true);
  }
}
