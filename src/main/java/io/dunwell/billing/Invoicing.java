package io.dunwell.billing;

import io.dunwell.advances.SetOff;
import io.dunwell.approval.Approvals;
import io.dunwell.approval.Standing;
import io.dunwell.approval.Verdict;
import io.dunwell.documents.DocumentId;
import io.dunwell.documents.Documents;
import io.dunwell.documents.Subject;
import io.dunwell.invoices.Invoice;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceKind;
import io.dunwell.invoices.InvoiceStatus;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.Invoices;
import io.dunwell.invoices.LineView;
import io.dunwell.invoices.Taxed;
import io.dunwell.invoices.events.InvoiceCancelled;
import io.dunwell.invoices.events.InvoiceIssued;
import io.dunwell.invoices.events.InvoiceRegistered;
import io.dunwell.numbering.Numbering;
import io.dunwell.party.Due;
import io.dunwell.party.PaymentTerms;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Issues what is approved, once and as a whole, and takes it back. */
@Service
@Transactional
public class Invoicing {

  private final Invoices invoices;
  private final Approvals approvals;
  private final SinceApproved since;
  private final Taxation taxation;
  private final Numbering numbering;
  private final Postings postings;
  private final InvoicePrinter printer;
  private final Documents documents;
  private final InvoiceMail mail;
  private final Coverage coverage;
  private final LateCredit late;
  private final SetOff setOff;
  private final RegistrationDuty duty;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Invoicing(
      Invoices invoices,
      Approvals approvals,
      SinceApproved since,
      Taxation taxation,
      Numbering numbering,
      Postings postings,
      InvoicePrinter printer,
      Documents documents,
      InvoiceMail mail,
      Coverage coverage,
      LateCredit late,
      SetOff setOff,
      RegistrationDuty duty,
      Clock clock,
      ApplicationEventPublisher events) {
    this.invoices = invoices;
    this.approvals = approvals;
    this.since = since;
    this.taxation = taxation;
    this.numbering = numbering;
    this.postings = postings;
    this.printer = printer;
    this.documents = documents;
    this.mail = mail;
    this.coverage = coverage;
    this.late = late;
    this.setOff = setOff;
    this.duty = duty;
    this.clock = clock;
    this.events = events;
  }

  /**
   * Issues an approved document: number, due days, ledger entry, open items, PDF and letter, or
   * nothing of it. What is issued already stays as it is.
   *
   * @return its number
   * @throws RuleViolation {@code invoice.not-approved}, {@code invoice.tax-changed}, {@code
   *     invoice.buyer-changed}, {@code invoice.proof-withdrawn}, {@code invoice.came-back}, {@code
   *     credit-note.too-late}, {@code period.closed}, {@code invoice.unknown}
   */
  public String issue(InvoiceId id, Actor by) {
    Invoice invoice = invoices.toChange(id);
    if (invoice.status() == InvoiceStatus.ISSUED) {
      return Objects.requireNonNull(invoice.view().number());
    }
    refuseUnlessApproved(invoice.view());
    refuseIfLate(invoice.view());
    since
        .of(invoice.view())
        .ifPresent(
            change -> {
              throw new RuleViolation(change.code(), change.sentence());
            });
    if (retaxed(invoice)) {
      throw taxChanged();
    }
    return issue(invoice, by);
  }

  /**
   * Issues an approved document as {@link #issue(InvoiceId, Actor)} does, or sends it back to its
   * preparer, with its new amounts, if its tax, its buyer, its proofs or what stayed with the buyer
   * is no longer what was approved.
   *
   * @return its number; empty if it was sent back
   * @throws RuleViolation {@code invoice.not-approved}, {@code period.closed}, {@code
   *     invoice.unknown}
   */
  public Optional<String> issueOrReturn(InvoiceId id, Actor by) {
    Invoice invoice = invoices.toChange(id);
    if (invoice.status() == InvoiceStatus.ISSUED) {
      return Optional.of(Objects.requireNonNull(invoice.view().number()));
    }
    InvoiceView approved = invoice.view();
    refuseUnlessApproved(approved);
    refuseIfLate(approved);
    Optional<SinceApproved.Change> change = since.of(approved);
    if (change.isPresent()) {
      approvals.returnChanged(invoice, change.get().sentence(), by);
      return Optional.empty();
    }
    if (retaxed(invoice)) {
      approvals.returnChanged(invoice, Retaxation.between(approved, invoice.view()), by);
      return Optional.empty();
    }
    return Optional.of(issue(invoice, by));
  }

  private boolean retaxed(Invoice invoice) {
    InvoiceView view = invoice.view();
    Taxed taxed = taxation.of(view);
    taxation.keep(view.id(), taxed);
    return invoice.tax(taxed);
  }

  private String issue(Invoice invoice, Actor by) {
    InvoiceId id = invoice.view().id();
    LocalDate today = LocalDate.now(clock);
    String number = numbering.next(invoice.view().kind().series(), today, id.value(), by);
    invoice.issue(number, today, firstDue(invoice.view(), today), by);
    invoices.save(invoice);
    invoices.flush();
    postings.post(invoice.view(), today, by);
    invoice.file(file(invoice.view(), null, by).value());
    invoices.save(invoice);
    invoices.flush();
    if (!duty.covers(invoice.view())) {
      dispatch(invoice, by);
    }
    InvoiceView view = invoice.view();
    tell(by, "invoice.issued", id, Map.of("number", number, "total", Words.money(view.total())));
    events.publishEvent(
        new InvoiceIssued(id.value(), view.kind().name(), number, view.customer().value(), today));
    return number;
  }

  /**
   * Puts the issued document with its proofs into the outbox, once.
   *
   * @throws RuleViolation {@code invoice.not-issued}, {@code invoice.not-registered}
   */
  public void send(InvoiceId id, Actor by) {
    Invoice invoice = invoices.toChange(id);
    if (isAwaited(invoice.view())) {
      throw new RuleViolation(
          "invoice.not-registered",
          "The tax portal has to register this document before it goes out. Have it registered.");
    }
    dispatch(invoice, by);
  }

  /** Whether an issued document may not go out yet, for the tax portal has to register it first. */
  @Transactional(readOnly = true)
  public boolean awaitsRegistration(InvoiceId id) {
    return isAwaited(invoices.existing(id).view());
  }

  private boolean isAwaited(InvoiceView view) {
    return view.status() == InvoiceStatus.ISSUED && view.letter() == null && duty.covers(view);
  }

  private void dispatch(Invoice invoice, Actor by) {
    InvoiceView view = invoice.view();
    if (view.status() != InvoiceStatus.ISSUED) {
      throw new RuleViolation("invoice.not-issued", "Only what is issued can be sent.");
    }
    if (view.letter() == null) {
      invoice.sent(mail.send(view, LocalDate.now(clock), by).value());
      invoices.save(invoice);
    }
  }

  /**
   * Prints the tax portal's registration on an issued document, files that page in the place of the
   * former, and sends it; once it is sent, nothing changes any more.
   *
   * @param reference the portal's reference number
   * @param acknowledged its acknowledgement, as printed
   * @param qrCode the QR code as PNG
   * @throws RuleViolation {@code invoice.not-issued}
   */
  public void mark(InvoiceId id, String reference, String acknowledged, byte[] qrCode, Actor by) {
    Invoice invoice = invoices.toChange(id);
    InvoiceView view = invoice.view();
    if (view.status() == InvoiceStatus.ISSUED && view.letter() == null) {
      String image = "data:image/png;base64," + Base64.getEncoder().encodeToString(qrCode);
      invoice.file(file(view, new InvoiceSheet.Mark(reference, acknowledged, image), by).value());
      invoices.save(invoice);
      invoices.flush();
    }
    dispatch(invoice, by);
    events.publishEvent(new InvoiceRegistered(id.value(), reference));
  }

  /**
   * Takes an issued document back: its posting is reversed, what it billed is unbilled again, its
   * number stays used.
   *
   * @throws RuleViolation {@code invoice.wrong-state}, {@code invoice.no-reason}, {@code
   *     invoice.already-settled}, {@code invoice.has-notes}, {@code advance.set-off}, {@code
   *     credit-note.billed-again}, {@code period.closed}
   */
  public void cancel(InvoiceId id, String reason, Actor by) {
    Invoice invoice = invoices.toChange(id);
    LocalDate today = LocalDate.now(clock);
    invoice.cancel(reason, today, by);
    InvoiceView view = invoice.view();
    refuseIfUsed(view);
    postings.reverse(view, today, by);
    String number = Objects.requireNonNull(view.number());
    numbering.cancel(number, reason, today, by);
    invoices.save(invoice);
    invoices.flush();
    coverage.release(id);
    tell(by, "invoice.cancelled", id, Map.of("number", number, "reason", reason));
    events.publishEvent(new InvoiceCancelled(id.value(), number, reason));
  }

  /**
   * The PDF: of what is issued the very bytes that were filed, of anything else what they would be.
   *
   * @throws RuleViolation {@code invoice.unknown}, {@code document.retention-ended}
   */
  @Transactional(readOnly = true)
  public byte[] pdf(InvoiceId id) {
    InvoiceView view = invoices.existing(id).view();
    return view.document() == null
        ? printer.print(view, null)
        : documents.read(new DocumentId(view.document()));
  }

  /**
   * Refuses what {@link #cancel} would refuse of an issued document, and changes nothing.
   *
   * @throws RuleViolation {@code invoice.not-issued}, {@code invoice.already-settled}, {@code
   *     invoice.has-notes}, {@code advance.set-off}, {@code credit-note.billed-again}
   */
  @Transactional(readOnly = true)
  public void checkCancellable(InvoiceId id) {
    InvoiceView view = invoices.existing(id).view();
    if (view.status() != InvoiceStatus.ISSUED) {
      throw new RuleViolation("invoice.not-issued", "Only what is issued can be cancelled.");
    }
    refuseIfUsed(view);
    postings.refuseIfSettled(view);
  }

  private void refuseIfUsed(InvoiceView view) {
    if (invoices.haveNotesTo(view.id())) {
      throw new RuleViolation(
          "invoice.has-notes", "There is a credit or debit note to it; cancel or withdraw that.");
    }
    refuseIfSetOff(view);
    coverage.refuseIfFreed(view.id());
  }

  private void refuseUnlessApproved(InvoiceView view) {
    boolean straight =
        approvals.verdicts(view.id()).stream()
            .anyMatch(
                each ->
                    each.verdict() == Verdict.STRAIGHT
                        && each.revision() == view.preparation().revision());
    boolean complete = approvals.standings(view.id()).stream().noneMatch(Standing::isOpen);
    if (view.status() != InvoiceStatus.APPROVED || !(straight || complete)) {
      throw new RuleViolation(
          "invoice.not-approved",
          "This %s is %s; it is issued once every department has approved it."
              .formatted(view.kind().word(), view.status().word()));
    }
  }

  private void refuseIfLate(InvoiceView view) {
    InvoiceId original = view.original();
    if (view.kind() == InvoiceKind.CREDIT_NOTE && original != null) {
      late.check(
          invoices.existing(original).view(), view.lines().stream().map(LineView::charge).toList());
    }
  }

  private void refuseIfSetOff(InvoiceView view) {
    if (view.kind() == InvoiceKind.ADVANCE
        && setOff.free(view).compareTo(view.sums().total()) < 0) {
      throw new RuleViolation(
          "advance.set-off",
          "An invoice has set this advance off. Cancel or withdraw that invoice first.");
    }
  }

  private DocumentId file(InvoiceView view, InvoiceSheet.@Nullable Mark mark, Actor by) {
    return documents.storeOwnAll(List.of(own(view, printer.print(view, mark))), by).get(0);
  }

  /** The filed copy of an issued document. */
  static Documents.Own own(InvoiceView view, byte[] pdf) {
    String number = Objects.requireNonNull(view.number());
    return new Documents.Own(
        pdf, number.replace('/', '-') + ".pdf", new Subject("invoice", number));
  }

  static RuleViolation taxChanged() {
    return new RuleViolation(
        "invoice.tax-changed",
        "Tax rates or advances changed since this was approved. It goes back to its preparer.");
  }

  static LocalDate firstDue(InvoiceView view, LocalDate today) {
    if (view.kind() == InvoiceKind.CREDIT_NOTE) {
      return today;
    }
    return PaymentTerms.parse(view.basis().terms()).dues(today, view.payable()).stream()
        .map(Due::on)
        .min(LocalDate::compareTo)
        .orElse(today);
  }

  private void tell(Actor by, String act, InvoiceId id, Map<String, String> details) {
    events.publishEvent(new Auditable(by, act, "invoice", id.toString(), details));
  }
}
