package io.dunwell.billing;

import io.dunwell.contracts.ContractId;
import io.dunwell.contracts.ContractView;
import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.Together;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the drafts of a run, the contracts one portion after the other. Some drafts at a time are
 * made in one transaction; if one of them is refused, each is made in one of its own.
 */
@Component
class RunWork {

  private static final int AT_A_TIME = 200;

  private final Unbilled unbilled;
  private final RunDrafts drafts;
  private final Commitments commitments;
  private final CameBack cameBack;
  private final BillingRunBook book;
  private final TransactionTemplate each;

  RunWork(
      Unbilled unbilled,
      RunDrafts drafts,
      Commitments commitments,
      CameBack cameBack,
      BillingRunBook book,
      PlatformTransactionManager transactions) {
    this.unbilled = unbilled;
    this.drafts = drafts;
    this.commitments = commitments;
    this.cameBack = cameBack;
    this.book = book;
    this.each = new TransactionTemplate(transactions);
    this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * A run.
   *
   * @param upTo the last day of delivery, {@code today} or before
   * @param dry whether it only says what it would do
   */
  record Run(UUID id, LocalDate upTo, LocalDate today, boolean dry, Actor by) {}

  void work(Run run, RunNotes notes) {
    boolean again = book.made(run.id()) > 0;
    for (ContractView contract : drafts.advancesToAsk(run.upTo())) {
      attempt(
          run,
          notes,
          why -> List.of(drafts.advanceLeftOut(contract, why)),
          () -> drafts.advance(contract, run.id(), run.upTo(), run.by()));
    }
    for (Set<ContractId> some : unbilled.portions(run.today(), commitments.contracts())) {
      portion(run, some, again ? book.drafted(run.id(), some) : Set.of(), notes);
    }
  }

  /**
   * @param drafted what the run has drafted before, if it was interrupted
   */
  private void portion(Run run, Set<ContractId> contracts, Set<UUID> drafted, RunNotes notes) {
    Read read = Objects.requireNonNull(each.execute(transaction -> read(run, contracts)));
    notes.leftOut(hindered(read.items(), drafted));
    notes.leftOut(read.owed().waiting());
    for (int from = 0; from < read.groups().size(); from += AT_A_TIME) {
      int until = Math.min(from + AT_A_TIME, read.groups().size());
      bill(run, read, read.groups().subList(from, until), notes);
    }
    credit(run, read, notes);
  }

  private void credit(Run run, Read read, RunNotes notes) {
    for (List<CameBack.Part> group : cameBack.byInvoice(with(read.items(), Cause.CREDIT_DUE))) {
      attempt(
          run,
          notes,
          why -> leftOut(group.stream().map(CameBack.Part::item).toList(), why),
          () -> drafts.credit(group, run.id(), run.today(), run.by()));
    }
    for (Commitments.Excess excess : read.owed().tooMuch()) {
      attempt(
          run,
          notes,
          why -> List.of(drafts.leftOut(excess, why)),
          () -> drafts.credit(excess, run.id(), run.by()));
    }
  }

  private record Read(
      List<UnbilledItem> items,
      OwedCommitments owed,
      List<DraftPlan.Group> groups,
      Map<ContractId, ContractView> agreed) {}

  /** In a transaction of its own, so that a run does not hold on to the contracts that it read. */
  private Read read(Run run, Set<ContractId> contracts) {
    List<UnbilledItem> items = unbilled.deliveredBy(run.upTo(), run.today(), contracts);
    OwedCommitments owed = commitments.owed(run.upTo(), contracts, items);
    List<DraftPlan.Group> groups = new ArrayList<>(drafts.groups(with(items, Cause.READY)));
    groups.addAll(owed.alone(groups));
    // what is of one customer is drafted together
    groups.sort(Comparator.comparing(group -> group.contract().value()));
    return new Read(items, owed, groups, drafts.contractsOf(groups, run.today()));
  }

  /** What something stands in the way of, but for what the run itself has drafted. */
  private static List<RunReport.LeftOut> hindered(List<UnbilledItem> items, Set<UUID> drafted) {
    return items.stream()
        .filter(item -> item.cause() != Cause.READY && item.cause() != Cause.CREDIT_DUE)
        .filter(item -> !drafted.contains(item.root()))
        .map(item -> RunReport.LeftOut.of(item, item.why()))
        .toList();
  }

  private void bill(Run run, Read read, List<DraftPlan.Group> some, RunNotes notes) {
    try {
      notes.made(
          own(
              run,
              () ->
                  Together.within(
                      () ->
                          drafts.invoices(
                              some, read.agreed(), read.owed(), run.id(), run.today(), run.by()))));
    } catch (RuleViolation | ConcurrencyFailureException refused) {
      for (DraftPlan.Group group : some) {
        ContractView contract = Objects.requireNonNull(read.agreed().get(group.contract()));
        attempt(
            run,
            notes,
            why -> drafts.leftOut(group, contract, read.owed(), why),
            () ->
                drafts.invoice(group, read.agreed(), read.owed(), run.id(), run.today(), run.by()));
      }
    }
  }

  private void attempt(
      Run run,
      RunNotes notes,
      Function<String, List<RunReport.LeftOut>> refusal,
      Supplier<RunReport.DraftSummary> draft) {
    try {
      notes.made(own(run, () -> List.of(draft.get())));
    } catch (RuleViolation refused) {
      notes.leftOut(refusal.apply(refused.sentence()));
    }
  }

  /**
   * In a transaction of its own. A dry run undoes it: so it meets every refusal that a run would.
   */
  private List<RunReport.DraftSummary> own(Run run, Supplier<List<RunReport.DraftSummary>> drafts) {
    List<RunReport.DraftSummary> made =
        Objects.requireNonNull(
            each.execute(
                transaction -> {
                  List<RunReport.DraftSummary> done = drafts.get();
                  if (run.dry()) {
                    transaction.setRollbackOnly();
                  }
                  return done;
                }));
    return run.dry() ? made.stream().map(RunReport.DraftSummary::undone).toList() : made;
  }

  private static List<RunReport.LeftOut> leftOut(List<UnbilledItem> items, String why) {
    return items.stream().map(item -> RunReport.LeftOut.of(item, why)).toList();
  }

  private static List<UnbilledItem> with(List<UnbilledItem> items, Cause cause) {
    return items.stream().filter(item -> item.cause() == cause).toList();
  }
}
