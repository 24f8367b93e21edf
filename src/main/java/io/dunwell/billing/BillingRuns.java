package io.dunwell.billing;

import io.dunwell.invoices.InvoiceId;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.Ids;
import io.dunwell.shared.Page;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.Words;
import io.dunwell.workflow.Workflow;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes drafts of what is ready to be billed. What another run takes meanwhile is left out and
 * reported, and nothing is billed twice.
 */
@Service
public class BillingRuns {

  private static final String PROCESS = "billing-run";

  private final RunWork work;
  private final BillingRunBook book;
  private final TransactionTemplate each;
  private final Workflow workflow;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  BillingRuns(
      RunWork work,
      BillingRunBook book,
      PlatformTransactionManager transactions,
      Workflow workflow,
      ApplicationEventPublisher events,
      Clock clock) {
    this.work = work;
    this.book = book;
    this.each = new TransactionTemplate(transactions);
    this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.workflow = workflow;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Bills all that was delivered up to a day and that nothing stands in the way of, and asks for
   * the advances that contracts agree on. The same again makes nothing more. Proofs, drafts,
   * returns and amendments count as they are known today: the day says what is billed, not what is
   * known.
   *
   * @param upTo the last day of delivery, today or before
   * @param dryRun only says what it would do
   * @throws RuleViolation {@code billing-run.in-future}
   */
  public RunReport run(LocalDate upTo, boolean dryRun, Actor by) {
    refuseFuture(upTo);
    RunWork.Run run = new RunWork.Run(Ids.next(), upTo, LocalDate.now(clock), dryRun, by);
    RunNotes.Kept notes = new RunNotes.Kept();
    work.work(run, notes);
    if (!dryRun) {
      each.executeWithoutResult(transaction -> note(run, notes));
    }
    return new RunReport(dryRun ? null : run.id(), upTo, dryRun, notes.drafts(), notes.left());
  }

  /**
   * Begins the same in the background: on whichever node is free, and again after a crash. Asked
   * for that day again while it is going on, nothing more begins.
   *
   * @return the run's id
   * @throws RuleViolation {@code billing-run.in-future}
   */
  @Transactional
  public UUID begin(LocalDate upTo, Actor by) {
    refuseFuture(upTo);
    UUID run = Ids.next();
    if (!book.begin(run, upTo, by)) {
      return book.goingOn(upTo);
    }
    workflow.start(PROCESS, run.toString());
    return run;
  }

  /** Does what {@link #begin} began; nothing if that is done. Others who try wait. */
  @Transactional
  public void work(UUID run) {
    book.claim(run)
        .ifPresent(
            begun -> {
              Actor by = new Actor(begun.by());
              BillingRunBook.Notes notes = book.notes(run);
              work.work(new RunWork.Run(run, begun.upTo(), LocalDate.now(clock), false, by), notes);
              finish(run, begun.upTo(), notes, by);
            });
  }

  /**
   * A run.
   *
   * @throws RuleViolation {@code billing-run.unknown}
   */
  @Transactional(readOnly = true)
  public RunView view(UUID run) {
    return book.find(run)
        .orElseThrow(
            () -> new RuleViolation("billing-run.unknown", "There is no billing run " + run + "."));
  }

  private void refuseFuture(LocalDate upTo) {
    LocalDate today = LocalDate.now(clock);
    if (upTo.isAfter(today)) {
      throw new RuleViolation(
          "billing-run.in-future",
          "Nothing is delivered up to %s yet; bill up to %s at the latest."
              .formatted(Words.day(upTo), Words.day(today)));
    }
  }

  /** The runs there were, the latest first. */
  @Transactional(readOnly = true)
  public Page<RunView> list(int page, int size) {
    return book.page(page, size);
  }

  /** What that run left out. */
  @Transactional(readOnly = true)
  public List<RunView.Left> leftOut(UUID run) {
    return book.leftOut(run);
  }

  /** The invoices that the run made and nobody submitted yet. */
  @Transactional(readOnly = true)
  public List<InvoiceId> drafts(UUID run) {
    return book.drafts(run);
  }

  private void note(RunWork.Run run, RunNotes.Kept kept) {
    book.write(run.id(), run.upTo(), run.by());
    BillingRunBook.Notes notes = book.notes(run.id());
    notes.leftOut(kept.left());
    finish(run.id(), run.upTo(), notes, run.by());
  }

  private void finish(UUID run, LocalDate upTo, BillingRunBook.Notes notes, Actor by) {
    notes.finish();
    Map<String, String> details =
        Map.of(
            "upTo", upTo.toString(),
            "drafts", String.valueOf(book.made(run)),
            "leftOut", String.valueOf(notes.count()));
    events.publishEvent(new Auditable(by, "billing.run", "billing-run", run.toString(), details));
  }
}
