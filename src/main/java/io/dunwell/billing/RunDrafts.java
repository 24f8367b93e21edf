package io.dunwell.billing;

import io.dunwell.advances.Advances;
import io.dunwell.contracts.ContractId;
import io.dunwell.contracts.ContractView;
import io.dunwell.contracts.Contracts;
import io.dunwell.contracts.Deliveries;
import io.dunwell.contracts.DeliveryId;
import io.dunwell.invoices.Charge;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceKind;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.LineView;
import io.dunwell.invoices.NewInvoice;
import io.dunwell.invoices.NewLine;
import io.dunwell.party.CustomerId;
import io.dunwell.party.CustomerView;
import io.dunwell.party.Customers;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Ids;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Makes the drafts of a billing run, each with what it bills. */
@Component
class RunDrafts {

  private final Drafts drafts;
  private final Contracts contracts;
  private final Deliveries deliveries;
  private final Customers customers;
  private final Coverage coverage;
  private final Commitments commitments;
  private final BilledLines billed;
  private final CreditedParts parts;
  private final Advances advances;
  private final BillingSettings settings;

  RunDrafts(
      Drafts drafts,
      Contracts contracts,
      Deliveries deliveries,
      Customers customers,
      Coverage coverage,
      Commitments commitments,
      BilledLines billed,
      CreditedParts parts,
      Advances advances,
      BillingSettings settings) {
    this.drafts = drafts;
    this.contracts = contracts;
    this.deliveries = deliveries;
    this.customers = customers;
    this.coverage = coverage;
    this.commitments = commitments;
    this.billed = billed;
    this.parts = parts;
    this.advances = advances;
    this.settings = settings;
  }

  RunReport.DraftSummary invoice(
      DraftPlan.Group group,
      Map<ContractId, ContractView> agreed,
      OwedCommitments owed,
      UUID run,
      LocalDate today,
      Actor by) {
    return invoices(List.of(group), agreed, owed, run, today, by).get(0);
  }

  /**
   * {@link #invoice} for several groups, all or none.
   *
   * @param agreed the contracts of the groups
   */
  List<RunReport.DraftSummary> invoices(
      List<DraftPlan.Group> groups,
      Map<ContractId, ContractView> agreed,
      OwedCommitments owed,
      UUID run,
      LocalDate today,
      Actor by) {
    Map<CustomerId, CustomerView> buyers = buyers(groups, agreed);
    List<Planned> planned = new ArrayList<>();
    for (DraftPlan.Group group : groups) {
      ContractView contract = Objects.requireNonNull(agreed.get(group.contract()));
      CustomerView buyer = Objects.requireNonNull(buyers.get(contract.customer()));
      List<DraftPlan.Line> lines = DraftPlan.lines(group);
      planned.add(new Planned(contract, buyer, group.to(), lines, dues(group, owed, lines)));
    }
    List<InvoiceId> ids = write(planned, run, today, by);
    List<RunReport.DraftSummary> summaries = new ArrayList<>();
    for (int i = 0; i < planned.size(); i++) {
      Planned each = planned.get(i);
      summaries.add(
          summary(
              ids.get(i),
              InvoiceKind.INVOICE,
              each.buyer().name(),
              each.contract().number(),
              each.all(),
              each.contract().currency()));
    }
    return summaries;
  }

  /** Several places of a month bear what it costs beside them once. */
  private static List<OwedCommitments.Due> dues(
      DraftPlan.Group group, OwedCommitments owed, List<DraftPlan.Line> lines) {
    DraftPlan.Month month = group.month();
    return month == null || !group.bearsMonth()
        ? List.of()
        : owed.dues(month, Stream.concat(lines.stream(), group.later().stream()).toList());
  }

  /** What is ready, by the invoices that it goes onto. */
  List<DraftPlan.Group> groups(List<UnbilledItem> ready) {
    Set<DeliveryId> delivered =
        ready.stream().map(item -> new DeliveryId(item.delivery())).collect(Collectors.toSet());
    return DraftPlan.groups(ready, deliveries.shipTos(delivered));
  }

  /** An invoice to be, with its lines that bill deliveries, and those that bill commitments. */
  private record Planned(
      ContractView contract,
      CustomerView buyer,
      @Nullable Destination to,
      List<DraftPlan.Line> lines,
      List<OwedCommitments.Due> dues) {

    List<NewLine> all() {
      return Stream.concat(
              lines.stream().map(DraftPlan.Line::line),
              dues.stream().map(OwedCommitments.Due::line))
          .toList();
    }
  }

  private List<InvoiceId> write(List<Planned> planned, UUID run, LocalDate today, Actor by) {
    List<NewInvoice> wanted =
        planned.stream()
            .map(
                each ->
                    new NewInvoice(
                        InvoiceKind.INVOICE,
                        Bases.of(each.contract(), each.buyer(), settings, each.to()),
                        each.all(),
                        null,
                        null,
                        run))
            .toList();
    List<InvoiceId> ids = drafts.draftAll(wanted, by);
    coverage.coverAll(planned.stream().flatMap(each -> each.lines().stream()).toList(), today);
    commitments.keep(planned.stream().flatMap(each -> each.dues().stream()).toList());
    return ids;
  }

  /** The contracts of the groups, as they stand on a day. */
  Map<ContractId, ContractView> contractsOf(Collection<DraftPlan.Group> groups, LocalDate today) {
    return contracts.views(
        groups.stream().map(DraftPlan.Group::contract).collect(Collectors.toSet()), today);
  }

  private Map<CustomerId, CustomerView> buyers(
      List<DraftPlan.Group> groups, Map<ContractId, ContractView> agreed) {
    return customers.views(
        groups.stream()
            .map(group -> Objects.requireNonNull(agreed.get(group.contract())).customer())
            .collect(Collectors.toSet()));
  }

  /** Contracts that agree on an advance which nobody has asked for. */
  List<ContractView> advancesToAsk(LocalDate upTo) {
    return advances.notAsked(upTo);
  }

  RunReport.DraftSummary advance(ContractView contract, UUID run, LocalDate upTo, Actor by) {
    InvoiceId id;
    try {
      id = advances.askAgreed(contract, upTo, run, by);
    } catch (DataIntegrityViolationException e) {
      throw new RuleViolation("billing-run.overtaken", "Another run has just asked for it.");
    }
    return new RunReport.DraftSummary(
        id,
        InvoiceKind.ADVANCE,
        customers.view(contract.customer()).name(),
        contract.number(),
        1,
        Objects.requireNonNull(contract.advance()));
  }

  /** The contract's advance, which could not be asked for. */
  RunReport.LeftOut advanceLeftOut(ContractView contract, String why) {
    return RunReport.LeftOut.advance(contract, customers.view(contract.customer()).name(), why);
  }

  RunReport.DraftSummary credit(List<CameBack.Part> group, UUID run, LocalDate today, Actor by) {
    InvoiceView original = billed.invoice(lineOf(group.get(0)).invoice());
    Map<UUID, CameBack.Part> covers = new LinkedHashMap<>();
    List<NewLine> lines = new ArrayList<>();
    CreditedParts.Note credited = parts.of(original);
    for (CameBack.Part part : group) {
      LineView line = billed.line(original, lineOf(part).line());
      UUID id = Ids.next();
      Charge back = credited.take(line, part.quantity());
      UnbilledItem item = part.item();
      lines.add(
          new NewLine(id, back.delivered(item.deliveryNumber(), item.deliveredOn()), line.id()));
      covers.put(id, part);
    }
    InvoiceId id =
        drafts.draft(
            new NewInvoice(
                InvoiceKind.CREDIT_NOTE,
                original.basis(),
                lines,
                original.id(),
                "Goods came back",
                run),
            by);
    covers.forEach((line, part) -> cover(line, part, today));
    return credited(id, original, lines);
  }

  /** Credits what deliveries that were billed later leave of a commitment that was billed. */
  RunReport.DraftSummary credit(Commitments.Excess excess, UUID run, Actor by) {
    InvoiceView original = billed.invoice(excess.invoice());
    Charge charge =
        billed
            .line(original, excess.line())
            .charge()
            .at(BigDecimal.ONE, excess.amount(), BigDecimal.ZERO, original.currency());
    List<NewLine> lines = List.of(new NewLine(null, charge, excess.line()));
    String reason =
        "Deliveries billed later count for the commitment of " + Words.month(excess.month());
    InvoiceId id =
        drafts.draft(
            new NewInvoice(
                InvoiceKind.CREDIT_NOTE, original.basis(), lines, original.id(), reason, run),
            by);
    return credited(id, original, lines);
  }

  /** What a group would have billed of deliveries and commitments. */
  List<RunReport.LeftOut> leftOut(
      DraftPlan.Group group, ContractView contract, OwedCommitments owed, String why) {
    List<RunReport.LeftOut> left = new ArrayList<>();
    group.items().forEach(item -> left.add(RunReport.LeftOut.of(item, why)));
    String customer = customers.view(contract.customer()).name();
    for (OwedCommitments.Due due : foreseen(group, owed)) {
      Charge charge = due.line().charge();
      left.add(
          new RunReport.LeftOut(
              contract.number(),
              customer,
              null,
              new RunReport.Committed(charge.item(), due.commitment().month().atEndOfMonth()),
              Money.rounded(charge.net(), contract.currency()),
              Cause.READY,
              why));
    }
    return left;
  }

  /** None where its lines are what cannot be written: then the commitment waits for them. */
  private static List<OwedCommitments.Due> foreseen(DraftPlan.Group group, OwedCommitments owed) {
    try {
      return dues(group, owed, DraftPlan.lines(group));
    } catch (RuleViolation unwritable) {
      return List.of();
    }
  }

  /** What should have been given back of a commitment. */
  RunReport.LeftOut leftOut(Commitments.Excess excess, String why) {
    InvoiceView original = billed.invoice(excess.invoice());
    return new RunReport.LeftOut(
        Objects.requireNonNullElse(original.basis().contractNumber(), ""),
        customers.view(original.customer()).name(),
        null,
        new RunReport.Committed(
            billed.line(original, excess.line()).charge().item(), excess.month().atEndOfMonth()),
        original.money(excess.amount().negate()),
        Cause.CREDIT_DUE,
        why);
  }

  private RunReport.DraftSummary credited(InvoiceId id, InvoiceView original, List<NewLine> lines) {
    return summary(
        id,
        InvoiceKind.CREDIT_NOTE,
        customers.view(new CustomerId(original.basis().customer())).name(),
        Objects.requireNonNullElse(original.basis().contractNumber(), ""),
        lines,
        original.currency());
  }

  private void cover(UUID line, CameBack.Part part, LocalDate today) {
    coverage.coverPart(line, List.of(part.item().root()), today, part.quantity().negate());
  }

  private static BilledLines.Billed lineOf(CameBack.Part part) {
    BilledLines.Billed line = part.line();
    if (line == null) {
      throw new RuleViolation(
          "credit-note.nothing-issued", "What came back is on no issued invoice that is left.");
    }
    return line;
  }

  private static RunReport.DraftSummary summary(
      InvoiceId id,
      InvoiceKind kind,
      String customer,
      String contract,
      List<NewLine> lines,
      Currency currency) {
    BigDecimal net =
        lines.stream().map(line -> line.charge().net()).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new RunReport.DraftSummary(
        id, kind, customer, contract, lines.size(), Money.rounded(net, currency));
  }
}
