package io.dunwell.billing.process;

import io.dunwell.billing.BillingRuns;
import io.dunwell.billing.process.BulkSubmission.Outcome;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.Page;
import io.dunwell.shared.RuleViolation;
import io.dunwell.workflow.Workflow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Submits all drafts of a billing run in the background, some to a transaction: one engine job for
 * each chunk, worked by whichever node is free. What was done before a crash stays done, and the
 * rest goes on with the next start.
 */
@Service
public class RunSubmissions {

  private static final String PROCESS = "submission-chunk";
  private static final String OVERTAKEN =
      "It is no draft any more: somebody submitted it on its own or threw it away.";

  private final BillingRuns runs;
  private final BulkSubmission submission;
  private final SubmissionBook book;
  private final Workflow workflow;
  private final ApplicationEventPublisher events;

  RunSubmissions(
      BillingRuns runs,
      BulkSubmission submission,
      SubmissionBook book,
      Workflow workflow,
      ApplicationEventPublisher events) {
    this.runs = runs;
    this.submission = submission;
    this.book = book;
    this.workflow = workflow;
    this.events = events;
  }

  /**
   * Sees to it that all drafts of the run are submitted. Whoever asks again while that is going on
   * is told how far it is; afterwards only what is still a draft is tried again.
   *
   * @throws RuleViolation {@code billing-run.unknown}, {@code billing-run.going-on}, {@code
   *     billing-run.no-drafts}
   */
  @Transactional
  public SubmissionView begin(UUID run, Actor by) {
    if (runs.view(run).running()) {
      throw new RuleViolation(
          "billing-run.going-on", "The run still makes drafts; submit them when it is done.");
    }
    book.lock(run);
    Optional<SubmissionView> latest = book.latest(run);
    if (latest.isPresent() && latest.get().running()) {
      return latest.get();
    }
    List<InvoiceId> drafts = runs.drafts(run);
    if (drafts.isEmpty()) {
      return latest.orElseThrow(
          () ->
              new RuleViolation(
                  "billing-run.no-drafts",
                  "The run made no drafts, or each of them was submitted on its own."));
    }
    plan(run, drafts, by);
    return book.latest(run).orElseThrow();
  }

  /** How far the latest submission of the run has come; empty if nobody asked for one. */
  @Transactional(readOnly = true)
  public Optional<SubmissionView> of(UUID run) {
    return book.latest(run);
  }

  /**
   * What became of the drafts of the run's latest submission.
   *
   * @param outcome {@code SUBMITTED}, {@code REFUSED}, {@code FAILED} or {@code WAITING}; null for
   *     all
   */
  @Transactional(readOnly = true)
  public Page<SubmissionView.Draft> drafts(UUID run, @Nullable String outcome, int page, int size) {
    return book.latest(run)
        .map(latest -> book.drafts(latest.id(), outcome, page, size))
        .orElseGet(() -> new Page<>(List.of(), page, size, 0));
  }

  /** Submits the drafts of a chunk that nobody else works at; false if there is none. */
  @Transactional
  boolean workNext(UUID submission) {
    OptionalInt chunk = book.claim(submission);
    chunk.ifPresent(no -> work(submission, no));
    return chunk.isPresent();
  }

  private void work(UUID id, int chunk) {
    List<InvoiceId> drafts = new ArrayList<>();
    List<Outcome> overtaken = new ArrayList<>();
    for (SubmissionBook.Turn each : book.turns(id, chunk)) {
      if (each.overtaken()) {
        overtaken.add(Outcome.refused(each.invoice(), OVERTAKEN));
      } else {
        drafts.add(each.invoice());
      }
    }
    // before the drafts: what follows is written by transactions of their own
    if (!overtaken.isEmpty()) {
      book.note(id, overtaken);
    }
    if (!drafts.isEmpty()) {
      submission.submitSome(drafts, book.startedBy(id), outcomes -> book.note(id, outcomes));
    }
    book.done(id, chunk);
  }

  private void plan(UUID run, List<InvoiceId> drafts, Actor by) {
    List<List<InvoiceId>> chunks = BulkSubmission.chunks(drafts);
    UUID id = book.plan(run, chunks, by);
    workflow.startAll(PROCESS, Collections.nCopies(chunks.size(), id.toString()));
    Map<String, String> details = Map.of("drafts", String.valueOf(drafts.size()));
    events.publishEvent(
        new Auditable(by, "billing.run-submitted", "billing-run", run.toString(), details));
  }
}
