package io.dunwell.replay;

import io.dunwell.dunning.DailyRuns;
import io.dunwell.dunning.Policies;
import io.dunwell.exchange.HistoricRow;
import io.dunwell.party.CustomerId;
import io.dunwell.party.Customers;
import io.dunwell.party.NewCustomer;
import io.dunwell.party.PaymentTerms;
import io.dunwell.receipts.NewReceipt;
import io.dunwell.receipts.Receipts;
import io.dunwell.receivables.DocumentKind;
import io.dunwell.receivables.ItemView;
import io.dunwell.receivables.NewDocument;
import io.dunwell.receivables.OpenItems;
import io.dunwell.resolution.HoldId;
import io.dunwell.resolution.HoldReason;
import io.dunwell.resolution.Holds;
import io.dunwell.resolution.NewHold;
import io.dunwell.resolution.PromiseWatch;
import io.dunwell.shared.Actor;
import io.dunwell.workflow.BusinessTime;
import io.dunwell.workflow.Workflow;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lives one day of a replay: first the invoices of that day, then its receipts, then the daily run,
 * then the people. Works in the replay's books.
 */
@Component
class ReplayDays {

  private static final Actor REPLAY = new Actor("replay");

  private final Customers customers;
  private final OpenItems openItems;
  private final Receipts receipts;
  private final Holds holds;
  private final Policies policies;
  private final PromiseWatch promises;
  private final DailyRuns runs;
  private final ReplayPeople people;
  private final Workflow workflow;
  private final BusinessTime time;
  private final ReplayReports reports;

  ReplayDays(
      Customers customers,
      OpenItems openItems,
      Receipts receipts,
      Holds holds,
      Policies policies,
      PromiseWatch promises,
      DailyRuns runs,
      ReplayPeople people,
      Workflow workflow,
      BusinessTime time,
      ReplayReports reports) {
    this.customers = customers;
    this.openItems = openItems;
    this.receipts = receipts;
    this.holds = holds;
    this.policies = policies;
    this.promises = promises;
    this.runs = runs;
    this.people = people;
    this.workflow = workflow;
    this.time = time;
    this.reports = reports;
  }

  /** Puts the policy in force and brings in what the file dates before the first day. */
  void prepare(Replay replay) {
    time.replayDay(replay.request().from());
    policies.put(replay.request().policy(), replay.policy(), Policies.ALWAYS, REPLAY);
    policies.assignToCompany(replay.request().policy(), Policies.ALWAYS, REPLAY);
    customers.registerAll(
        replay.history().customers().stream().map(ReplayDays::customer).toList(), REPLAY);
    for (LocalDate day : replay.history().daysBefore(replay.request().from())) {
      invoice(replay, day);
      settle(replay, day);
    }
    workflow.workDueJobs();
  }

  void live(Replay replay, LocalDate day) {
    time.replayDay(day);
    invoice(replay, day);
    settle(replay, day);
    workflow.workDueJobs();
    promises.check(day);
    runs.runNow(day, REPLAY);
    if (replay.request().people() == People.ANSWER) {
      people.answer();
    }
    workflow.workDueJobs();
    if (endsMonth(day) || day.equals(replay.request().to())) {
      replay.monthEnds().addAll(reports.tieOut(day));
    }
  }

  private static boolean endsMonth(LocalDate day) {
    return day.plusDays(1).getDayOfMonth() == 1;
  }

  private void invoice(Replay replay, LocalDate day) {
    List<HistoricRow> invoices = replay.history().invoicedOn(day);
    if (invoices.isEmpty()) {
      return;
    }
    Map<String, CustomerId> ids = idsOf(invoices);
    openItems.openAll(invoices.stream().map(each -> document(each, ids)).toList(), REPLAY);
    hold(replay, invoices.stream().filter(HistoricRow::disputed).toList());
  }

  /** A disputed invoice is held from its due date until it is settled. */
  private void hold(Replay replay, List<HistoricRow> disputed) {
    if (disputed.isEmpty()) {
      return;
    }
    Map<String, HistoricRow> byNumber =
        disputed.stream()
            .collect(Collectors.toMap(HistoricRow::invoiceNumber, Function.identity()));
    List<ItemView> items = openItems.ofDocuments(byNumber.keySet());
    List<HoldId> placed =
        holds.placeAll(
            items.stream()
                .map(
                    item ->
                        new NewHold(
                            item.customer(),
                            item.amount().currency(),
                            item.id(),
                            null,
                            HoldReason.DISPUTE,
                            "Disputed in the historic ledger",
                            item.dueOn(),
                            null))
                .toList(),
            REPLAY);
    for (int i = 0; i < placed.size(); i++) {
      replay.disputes().put(items.get(i).number(), placed.get(i));
    }
  }

  private void settle(Replay replay, LocalDate day) {
    List<HistoricRow> settled = replay.history().settledOn(day);
    if (settled.isEmpty()) {
      return;
    }
    Map<String, CustomerId> ids = idsOf(settled);
    receipts.bookAll(settled.stream().map(each -> receipt(each, day, ids)).toList(), REPLAY);
    for (HistoricRow invoice : settled) {
      @Nullable HoldId hold = replay.disputes().remove(invoice.invoiceNumber());
      if (hold != null) {
        holds.release(hold, day, "Settled in the historic ledger", REPLAY);
      }
    }
  }

  private Map<String, CustomerId> idsOf(List<HistoricRow> invoices) {
    return customers.idsByNumber(
        invoices.stream().map(HistoricRow::customerNumber).collect(Collectors.toSet()));
  }

  private static NewCustomer customer(HistoricRow first) {
    return NewCustomer.named(
        first.customerNumber(),
        first.customerName(),
        first.amount().currency(),
        Objects.requireNonNullElse(first.country(), "ZZ"),
        PaymentTerms.net(Objects.requireNonNullElse(first.termsDays(), 30)));
  }

  private static NewDocument document(HistoricRow invoice, Map<String, CustomerId> ids) {
    return new NewDocument(
        Objects.requireNonNull(ids.get(invoice.customerNumber())),
        invoice.amount().isNegative() ? DocumentKind.CREDIT_NOTE : DocumentKind.INVOICE,
        invoice.invoiceNumber(),
        invoice.invoicedOn(),
        invoice.dueOn(),
        invoice.amount().isNegative() ? invoice.amount().negated() : invoice.amount(),
        invoice.reference(),
        "replay");
  }

  private static NewReceipt receipt(
      HistoricRow invoice, LocalDate day, Map<String, CustomerId> ids) {
    return new NewReceipt(
        Objects.requireNonNull(ids.get(invoice.customerNumber())),
        Objects.requireNonNull(invoice.settledAmount()),
        day,
        invoice.invoiceNumber(),
        "replay:" + invoice.invoiceNumber(),
        List.of(invoice.invoiceNumber()));
  }
}
