package io.dunwell.billing;

import io.dunwell.approval.Approvals;
import io.dunwell.invoices.Basis;
import io.dunwell.invoices.Charge;
import io.dunwell.invoices.Invoice;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceKind;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.Invoices;
import io.dunwell.invoices.LineView;
import io.dunwell.invoices.NewInvoice;
import io.dunwell.invoices.NewLine;
import io.dunwell.invoices.Taxed;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.Ids;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.Words;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Invoices in the making. */
@Service
@Transactional
public class Drafts {

  private final Invoices invoices;
  private final Taxation taxation;
  private final Coverage coverage;
  private final CreditLimit credits;
  private final LateCredit late;
  private final OrderCheck orders;
  private final Approvals approvals;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Drafts(
      Invoices invoices,
      Taxation taxation,
      Coverage coverage,
      CreditLimit credits,
      LateCredit late,
      OrderCheck orders,
      Approvals approvals,
      Clock clock,
      ApplicationEventPublisher events) {
    this.invoices = invoices;
    this.taxation = taxation;
    this.coverage = coverage;
    this.credits = credits;
    this.late = late;
    this.orders = orders;
    this.approvals = approvals;
    this.clock = clock;
    this.events = events;
  }

  /**
   * Makes a draft.
   *
   * @throws RuleViolation {@code invoice.nothing-to-bill}, {@code invoice.line-malformed}, {@code
   *     credit-note.more-than-billed}, {@code credit-note.too-late}
   */
  public InvoiceId draft(NewInvoice draft, Actor by) {
    InvoiceId original = draft.original();
    if (draft.kind() == InvoiceKind.CREDIT_NOTE && original != null) {
      checkCredit(original, null, draft.lines());
    }
    return draftAll(List.of(draft), by).get(0);
  }

  /** Makes drafts of invoices, all or none; the ids come in the same order. */
  List<InvoiceId> draftAll(List<NewInvoice> wanted, Actor by) {
    List<InvoiceView> drafted = new ArrayList<>(wanted.size());
    Map<InvoiceId, Taxed> taxed = new HashMap<>();
    for (NewInvoice each : wanted) {
      Invoice invoice = invoices.draft(each, LocalDate.now(clock), by);
      Taxed tax = taxation.of(invoice.view());
      invoice.tax(tax);
      InvoiceView view = invoices.save(invoice).view();
      drafted.add(view);
      taxed.put(view.id(), tax);
      if (!view.setOff().isZero()) {
        // the next one sets off what this one leaves of the contract's advances
        invoices.flush();
      }
    }
    invoices.flush();
    taxation.keepAll(taxed);
    for (InvoiceView view : drafted) {
      tell(by, "invoice.drafted", view.id(), Map.of("total", Words.money(view.total())));
    }
    return drafted.stream().map(InvoiceView::id).toList();
  }

  /** {@link #revise(Seen, Function, Actor)} to what is said here, as it stands. */
  public void revise(InvoiceId id, Basis basis, List<NewLine> lines, Actor by) {
    revise(Seen.asItStands(id), now -> new Revision(basis, lines), by);
  }

  /**
   * Changes a draft, or what was returned. What a line bills less of a delivery, or what only lines
   * billed that are gone, is unbilled again.
   *
   * @param change told what it says now, and nobody else can change that meanwhile
   * @throws RuleViolation {@code invoice.unknown}, {@code invoice.not-editable}, {@code
   *     invoice.changed-meanwhile}, {@code invoice.unreadable-terms}, {@code
   *     invoice.lines-are-given}, {@code invoice.more-than-delivered}, {@code
   *     invoice.quantity-is-returned}, {@code credit-note.other-tax-code}, {@code
   *     invoice.order-missing}, {@code invoice.order-unknown}, or as {@link #draft}
   */
  public void revise(Seen seen, Function<InvoiceView, Revision> change, Actor by) {
    InvoiceId id = seen.draft();
    Invoice invoice = invoices.toChange(id);
    InvoiceView before = invoice.view();
    seen.refuseIfChanged(before);
    Revision revision = change.apply(before).of(before);
    InvoiceId original = before.original();
    if (before.kind() == InvoiceKind.CREDIT_NOTE && original != null) {
      checkCredit(original, id, revision.lines());
    }
    invoice.revise(revision.basis(), revision.lines(), by);
    orders.checkNumber(before, invoice.view());
    coverage.releaseLines(gone(before, revision.lines()));
    changeQuantities(before, revision.lines());
    approvals.changed(id, by);
    Taxed taxed = taxation.of(invoice.view());
    invoice.tax(taxed);
    invoices.save(invoice);
    invoices.flush();
    taxation.keep(id, taxed);
    tell(by, "invoice.revised", id, changes(before, invoice.view()));
  }

  /**
   * Adds a line that no delivery asks for.
   *
   * @param because why it is billed
   * @throws RuleViolation {@code invoice.line-no-reason}, or as {@link #revise}
   */
  public void add(Seen seen, Charge charge, String because, Actor by) {
    if (because.isBlank()) {
      throw new RuleViolation(
          "invoice.line-no-reason", "Say why this is billed: no delivery asks for it.");
    }
    NewLine line = new NewLine(null, charge, null, because.strip());
    revise(
        seen,
        now -> {
          List<NewLine> lines = new ArrayList<>(now.lines().stream().map(NewLine::of).toList());
          lines.add(line);
          return new Revision(now.basis(), lines);
        },
        by);
  }

  /**
   * Drops lines; what they billed is unbilled again.
   *
   * @throws RuleViolation {@code invoice.no-lines-chosen}, {@code invoice.nothing-to-bill}, {@code
   *     invoice-line.unknown}, or as {@link #revise}
   */
  public void drop(Seen seen, Set<UUID> lines, Actor by) {
    revise(
        seen,
        now -> {
          refuseUnlessChosen(now, lines);
          return new Revision(
              now.basis(),
              now.lines().stream()
                  .filter(line -> !lines.contains(line.id()))
                  .map(NewLine::of)
                  .toList());
        },
        by);
  }

  /**
   * Moves lines to a draft of their own, with what they bill.
   *
   * @return the new draft
   * @throws RuleViolation as {@link #drop}
   */
  public InvoiceId split(Seen seen, Set<UUID> lines, Actor by) {
    InvoiceView before = invoices.toChange(seen.draft()).view();
    seen.refuseIfChanged(before);
    refuseUnlessChosen(before, lines);
    if (!before.status().isEditable()) {
      throw new RuleViolation("invoice.not-editable", "Only a draft can be split.");
    }
    Map<UUID, NewLine> moved = new LinkedHashMap<>();
    before.lines().stream()
        .filter(line -> lines.contains(line.id()))
        .forEach(
            line ->
                moved.put(
                    line.id(),
                    new NewLine(Ids.next(), line.charge(), line.originalLine(), line.because())));
    InvoiceId other = part(before, List.copyOf(moved.values()), by);
    moved.forEach((from, line) -> coverage.move(from, BilledLines.idOf(line)));
    drop(seen, lines, by);
    return other;
  }

  private InvoiceId part(InvoiceView of, List<NewLine> lines, Actor by) {
    NewInvoice wanted =
        new NewInvoice(
            of.kind(), of.basis(), lines, of.original(), of.reason(), of.preparation().run());
    Invoice invoice = invoices.draft(wanted, LocalDate.now(clock), by);
    UUID first = of.preparation().splitFrom();
    invoice.splitFrom(first == null ? of.id() : new InvoiceId(first));
    Taxed taxed = taxation.of(invoice.view());
    invoice.tax(taxed);
    InvoiceView view = invoices.save(invoice).view();
    invoices.flush();
    taxation.keep(view.id(), taxed);
    tell(
        by,
        "invoice.split-off",
        view.id(),
        Map.of("from", of.id().toString(), "total", Words.money(view.total())));
    return view.id();
  }

  private void checkCredit(
      InvoiceId original, @org.jspecify.annotations.Nullable InvoiceId note, List<NewLine> lines) {
    credits.check(original, note, lines);
    late.check(invoices.existing(original).view(), lines.stream().map(NewLine::charge).toList());
  }

  private static void refuseUnlessChosen(InvoiceView invoice, Set<UUID> lines) {
    long known = invoice.lines().stream().filter(line -> lines.contains(line.id())).count();
    if (lines.isEmpty()) {
      throw new RuleViolation("invoice.no-lines-chosen", "Tick the lines that this is about.");
    }
    if (known < lines.size()) {
      throw new RuleViolation(
          "invoice-line.unknown", "It has no such line, or no longer. Look at it again.");
    }
    if (known == invoice.lines().size()) {
      throw new RuleViolation(
          "invoice.nothing-to-bill",
          "Nothing would be left of it. Withdraw the draft, or leave a line.");
    }
  }

  private void changeQuantities(InvoiceView before, List<NewLine> lines) {
    for (LineView line : before.lines()) {
      for (NewLine wanted : lines) {
        BigDecimal quantity = wanted.charge().quantity();
        boolean other =
            line.id().equals(wanted.id()) && quantity.compareTo(line.charge().quantity()) != 0;
        if (other && coverage.quantity(line.id()).isPresent()) {
          refuseIfCredit(before, line);
          coverage.change(line.id(), quantity);
        }
      }
    }
  }

  private static void refuseIfCredit(InvoiceView before, LineView line) {
    if (before.kind() == InvoiceKind.CREDIT_NOTE) {
      throw new RuleViolation(
          "invoice.quantity-is-returned",
          "Line %d credits what came back. Record another return if it is more, or take the return back if it is less."
              .formatted(line.position()));
    }
  }

  private static Set<UUID> gone(InvoiceView before, List<NewLine> lines) {
    Set<UUID> gone = before.lines().stream().map(LineView::id).collect(Collectors.toSet());
    lines.forEach(line -> gone.remove(line.id()));
    return gone;
  }

  private static Map<String, String> changes(InvoiceView before, InvoiceView after) {
    return Map.of(
        "before", Words.money(before.total()),
        "after", Words.money(after.total()),
        "lines", before.lines().size() + " → " + after.lines().size());
  }

  private void tell(Actor by, String act, InvoiceId id, Map<String, String> details) {
    events.publishEvent(new Auditable(by, act, "invoice", id.toString(), details));
  }
}
