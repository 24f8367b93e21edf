package io.dunwell.billing;

import io.dunwell.contracts.ContractView;
import io.dunwell.contracts.Contracts;
import io.dunwell.party.CustomerView;
import io.dunwell.party.Customers;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Ids;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes the drafts of a billing run, each with what it bills. */
@Component
class RunDrafts {

  private final Drafts drafts;
  private final Contracts contracts;
  private final Customers customers;
  private final Coverage coverage;
  private final Commitments commitments;
  private final BilledLines billed;
  private final BillingSettings settings;

  RunDrafts(
      Drafts drafts,
      Contracts contracts,
      Customers customers,
      Coverage coverage,
      Commitments commitments,
      BilledLines billed,
      BillingSettings settings) {
    this.drafts = drafts;
    this.contracts = contracts;
    this.customers = customers;
    this.coverage = coverage;
    this.commitments = commitments;
    this.billed = billed;
    this.settings = settings;
  }

  RunReport.DraftSummary invoice(
      List<UnbilledItem> group, UUID run, LocalDate upTo, boolean dryRun, Actor by) {
    ContractView contract = contracts.view(group.get(0).contract(), upTo);
    List<DraftPlan.Line> lines = DraftPlan.lines(group);
    List<NewLine> all = new ArrayList<>(lines.stream().map(DraftPlan.Line::line).toList());
    all.addAll(commitments.missing(contract, lines));
    InvoiceId id = null;
    if (!dryRun) {
      CustomerView customer = customers.view(contract.customer());
      Basis basis = Bases.of(contract, customer, settings);
      id = drafts.draft(new NewInvoice(InvoiceKind.INVOICE, basis, all, null, null, run), by);
      lines.forEach(
          line ->
              coverage.cover(BilledLines.idOf(line.line()), line.roots(), upTo, line.quantity()));
    }
    return summary(id, InvoiceKind.INVOICE, group.get(0), all, contract.currency());
  }

  /** What came back after it was billed, by the invoice that billed it. */
  Collection<List<UnbilledItem>> credits(List<UnbilledItem> items) {
    Map<UUID, List<UnbilledItem>> groups = new LinkedHashMap<>();
    for (UnbilledItem item : items) {
      UUID key = billed.lineOf(item.root()).map(BilledLines.Billed::invoice).orElse(item.root());
      groups.computeIfAbsent(key, invoice -> new ArrayList<>()).add(item);
    }
    return groups.values();
  }

  RunReport.DraftSummary credit(
      List<UnbilledItem> group, UUID run, LocalDate upTo, boolean dryRun, Actor by) {
    List<NewLine> lines = new ArrayList<>();
    Map<UUID, UnbilledItem> covers = new LinkedHashMap<>();
    InvoiceView original = null;
    for (UnbilledItem item : group) {
      BilledLines.Billed line =
          billed
              .lineOf(item.root())
              .orElseThrow(
                  () ->
                      new RuleViolation(
                          "credit-note.nothing-issued",
                          "What came back is on no issued invoice yet."));
      original = billed.invoice(line.invoice());
      Charge charge = billed.charge(original, line.line());
      UUID id = Ids.next();
      BigDecimal quantity = item.quantity().negate();
      lines.add(new NewLine(id, returned(charge, quantity, item, original), line.line()));
      covers.put(id, item);
    }
    if (original == null) {
      throw new IllegalStateException("A group is never empty");
    }
    InvoiceId id = null;
    if (!dryRun) {
      id =
          drafts.draft(
              new NewInvoice(
                  InvoiceKind.CREDIT_NOTE,
                  original.basis(),
                  lines,
                  original.id(),
                  "Goods came back",
                  run),
              by);
      covers.forEach(
          (line, item) -> coverage.cover(line, List.of(item.root()), upTo, item.quantity()));
    }
    return summary(id, InvoiceKind.CREDIT_NOTE, group.get(0), lines, original.currency());
  }

  private static Charge returned(
      Charge charge, BigDecimal quantity, UnbilledItem item, InvoiceView original) {
    Charge at =
        charge.at(quantity, charge.unitPrice(), charge.discountPercent(), original.currency());
    return at.delivered(item.deliveryNumber(), item.deliveredOn());
  }

  private static RunReport.DraftSummary summary(
      @org.jspecify.annotations.Nullable InvoiceId id,
      InvoiceKind kind,
      UnbilledItem first,
      List<NewLine> lines,
      Currency currency) {
    BigDecimal net =
        lines.stream().map(line -> line.charge().net()).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new RunReport.DraftSummary(
        id,
        kind,
        first.customerName(),
        first.contractNumber(),
        lines.size(),
        Money.rounded(net, currency));
  }
}
