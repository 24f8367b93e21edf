package io.dunwell.billing;

import io.dunwell.contracts.ContractView;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.Ids;
import io.dunwell.shared.Page;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.Together;
import io.dunwell.shared.Words;
import io.dunwell.workflow.Workflow;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes drafts of what is ready to be billed. Some at a time are made in one transaction; if one of
 * them is refused, each is made in one of its own: what another run takes meanwhile is left out and
 * reported, and nothing is billed twice.
 */
@Service
public class BillingRuns {

  private static final String PROCESS = "billing-run";
  private static final int AT_A_TIME = 100;

  private final Unbilled unbilled;
  private final RunDrafts drafts;
  private final Commitments commitments;
  private final CameBack cameBack;
  private final BillingRunBook book;
  private final TransactionTemplate each;
  private final Workflow workflow;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  BillingRuns(
      Unbilled unbilled,
      RunDrafts drafts,
      Commitments commitments,
      CameBack cameBack,
      BillingRunBook book,
      PlatformTransactionManager transactions,
      Workflow workflow,
      ApplicationEventPublisher events,
      Clock clock) {
    this.unbilled = unbilled;
    this.drafts = drafts;
    this.commitments = commitments;
    this.cameBack = cameBack;
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
    UUID run = Ids.next();
    RunReport report = make(run, upTo, dryRun, by);
    if (!dryRun) {
      each.executeWithoutResult(transaction -> note(report, by));
    }
    return report;
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
              RunReport report = make(run, begun.upTo(), false, by);
              book.finish(report);
              tell(run, report, by);
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

  private RunReport make(UUID run, LocalDate upTo, boolean dryRun, Actor by) {
    LocalDate today = LocalDate.now(clock);
    List<UnbilledItem> items = unbilled.deliveredBy(upTo, today);
    List<RunReport.DraftSummary> made = new ArrayList<>();
    List<RunReport.LeftOut> leftOut = new ArrayList<>();
    Set<UUID> drafted = book.drafted(run);
    items.stream()
        .filter(item -> item.cause() != Cause.READY && item.cause() != Cause.CREDIT_DUE)
        .filter(item -> !drafted.contains(item.root()))
        .forEach(item -> leftOut.add(RunReport.LeftOut.of(item, item.why())));
    for (ContractView contract : drafts.advancesToAsk(upTo)) {
      attempt(
          why -> leftOut.add(drafts.advanceLeftOut(contract, why)),
          made,
          () -> drafts.advance(contract, run, upTo, dryRun, by));
    }
    OwedCommitments owed = commitments.owed(upTo, items);
    leftOut.addAll(owed.waiting());
    List<DraftPlan.Group> groups = new ArrayList<>(DraftPlan.groups(with(items, Cause.READY)));
    groups.addAll(owed.alone(groups));
    for (int from = 0; from < groups.size(); from += AT_A_TIME) {
      List<DraftPlan.Group> some = groups.subList(from, Math.min(from + AT_A_TIME, groups.size()));
      if (!together(made, () -> drafts.invoices(some, owed, run, today, dryRun, by))) {
        for (DraftPlan.Group group : some) {
          attempt(
              group.items(),
              made,
              leftOut,
              () -> drafts.invoice(group, owed, run, today, dryRun, by));
        }
      }
    }
    for (List<CameBack.Part> group : cameBack.byInvoice(with(items, Cause.CREDIT_DUE))) {
      List<UnbilledItem> back = group.stream().map(CameBack.Part::item).toList();
      attempt(back, made, leftOut, () -> drafts.credit(group, run, today, dryRun, by));
    }
    for (Commitments.Excess excess : owed.tooMuch()) {
      attempt(List.of(), made, leftOut, () -> drafts.credit(excess, run, dryRun, by));
    }
    return new RunReport(dryRun ? null : run, upTo, dryRun, made, leftOut);
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

  /** Whether several drafts could be made in one transaction. */
  private boolean together(
      List<RunReport.DraftSummary> made, Supplier<List<RunReport.DraftSummary>> several) {
    try {
      made.addAll(Objects.requireNonNull(each.execute(transaction -> Together.within(several))));
      return true;
    } catch (RuleViolation | ConcurrencyFailureException refused) {
      return false;
    }
  }

  private void attempt(
      List<UnbilledItem> group,
      List<RunReport.DraftSummary> made,
      List<RunReport.LeftOut> leftOut,
      Supplier<RunReport.DraftSummary> draft) {
    attempt(
        why -> group.forEach(item -> leftOut.add(RunReport.LeftOut.of(item, why))), made, draft);
  }

  private void attempt(
      Consumer<String> refusal,
      List<RunReport.DraftSummary> made,
      Supplier<RunReport.DraftSummary> draft) {
    try {
      RunReport.DraftSummary summary = each.execute(transaction -> draft.get());
      if (summary != null) {
        made.add(summary);
      }
    } catch (RuleViolation refused) {
      refusal.accept(refused.sentence());
    }
  }

  private void note(RunReport report, Actor by) {
    UUID run = Objects.requireNonNull(report.id());
    book.write(run, report.upTo(), by);
    book.finish(report);
    tell(run, report, by);
  }

  private void tell(UUID run, RunReport report, Actor by) {
    Map<String, String> details =
        Map.of(
            "upTo", report.upTo().toString(),
            "drafts", String.valueOf(book.made(run)),
            "leftOut", String.valueOf(report.leftOut().size()));
    events.publishEvent(new Auditable(by, "billing.run", "billing-run", run.toString(), details));
  }

  private static List<UnbilledItem> with(List<UnbilledItem> items, Cause cause) {
    return items.stream().filter(item -> item.cause() == cause).toList();
  }
}
