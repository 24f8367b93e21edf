package io.dunwell.billing;

import io.dunwell.invoices.Charge;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceKind;
import io.dunwell.invoices.InvoiceStatus;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.Invoices;
import io.dunwell.invoices.LineView;
import io.dunwell.invoices.NewInvoice;
import io.dunwell.invoices.NewLine;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Ids;
import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafts of credit and debit notes to what is issued; approved like invoices. */
@Service
@Transactional
public class InvoiceNotes {

  private final Invoices invoices;
  private final Drafts drafts;
  private final CreditLimit credits;
  private final CreditedParts parts;
  private final LateCredit late;
  private final Coverage coverage;
  private final BilledAgain again;

  InvoiceNotes(
      Invoices invoices,
      Drafts drafts,
      CreditLimit credits,
      CreditedParts parts,
      LateCredit late,
      Coverage coverage,
      BilledAgain again) {
    this.invoices = invoices;
    this.drafts = drafts;
    this.credits = credits;
    this.parts = parts;
    this.late = late;
    this.coverage = coverage;
    this.again = again;
  }

  /**
   * A line to be corrected.
   *
   * @param line of the original
   * @param quantity of it, above zero
   * @param unitPrice what is given back or demanded for each; null for the price billed
   */
  public record NoteLine(UUID line, BigDecimal quantity, @Nullable BigDecimal unitPrice) {}

  /**
   * A note to be.
   *
   * @param kind {@code CREDIT_NOTE} or {@code DEBIT_NOTE}
   * @param lines what it corrects; empty for a credit note over all that is left
   * @param withoutTax whether only the value is given back and the tax stays as it is
   * @param billAgain whether the deliveries credited are to be billed again: once a credit note is
   *     issued they are unbilled
   */
  public record NewNote(
      InvoiceKind kind,
      InvoiceId original,
      List<NoteLine> lines,
      String reason,
      boolean withoutTax,
      boolean billAgain) {}

  /** The same with its tax. */
  public InvoiceId note(
      InvoiceKind kind, InvoiceId original, List<NoteLine> lines, String reason, Actor by) {
    return note(new NewNote(kind, original, lines, reason, false, false), by);
  }

  /**
   * Drafts a note to an issued invoice. A credit note at the price billed stands for what came back
   * of its lines, too, so that no billing run credits that again.
   *
   * @throws RuleViolation {@code invoice.not-issued}, {@code note.no-reason}, {@code
   *     note.unknown-line}, {@code note.no-lines}, {@code credit-note.more-than-billed}, {@code
   *     credit-note.nothing-left}, {@code credit-note.too-late}, {@code note.not-billable-again},
   *     {@code note.no-amount}
   */
  public InvoiceId note(NewNote note, Actor by) {
    InvoiceView invoice = invoices.toChange(note.original()).view();
    refuse(
        invoice.status() != InvoiceStatus.ISSUED
            || invoice.kind().isNote()
            || !note.kind().isNote(),
        "invoice.not-issued",
        "A note corrects an invoice that is issued and stands.");
    refuse(note.reason().isBlank(), "note.no-reason", "Say why the note is due.");
    refuse(
        note.lines().isEmpty() && note.kind() == InvoiceKind.DEBIT_NOTE,
        "note.no-lines",
        "Say for which lines the customer pays more, and how much.");
    Map<UUID, NewLine> returned = new LinkedHashMap<>();
    List<NewLine> wanted = new ArrayList<>();
    CreditedParts.Note credited = parts.of(invoice);
    for (NoteLine each : note.lines().isEmpty() ? rest(invoice) : note.lines()) {
      refuse(
          note.billAgain() && (each.unitPrice() != null || note.kind() != InvoiceKind.CREDIT_NOTE),
          "note.not-billable-again",
          "Only a quantity that is credited at the price billed can be billed again.");
      refuse(
          each.unitPrice() != null && each.unitPrice().signum() == 0,
          "note.no-amount",
          "Say how much is meant for each; leave the price out for the price billed.");
      NewLine line = line(invoice, each, note, credited);
      wanted.add(line);
      if (each.unitPrice() == null && note.kind() == InvoiceKind.CREDIT_NOTE) {
        returned.put(each.line(), line);
      }
    }
    InvoiceId id =
        drafts.draft(
            new NewInvoice(
                note.kind(), invoice.basis(), wanted, invoice.id(), note.reason().strip(), null),
            by);
    if (note.billAgain()) {
      again.note(id);
      return id;
    }
    returned.forEach(
        (original, line) ->
            coverage.creditReturns(BilledLines.idOf(line), original, line.charge().quantity()));
    return id;
  }

  /** What can still be credited of each line, without tax, in the invoice's currency. */
  @Transactional(readOnly = true)
  public Map<UUID, BigDecimal> left(InvoiceId invoice) {
    InvoiceView view = invoices.existing(invoice).view();
    Map<UUID, BigDecimal> left = new LinkedHashMap<>();
    view.lines().forEach(line -> left.put(line.id(), credits.left(view, line, null)));
    return left;
  }

  /** Says that it is too late to take the tax of that document back; empty while it is not. */
  @Transactional(readOnly = true)
  public Optional<String> lateCredit(InvoiceId original) {
    return late.warning(invoices.existing(original).view());
  }

  /** All that is left of the lines: those not touched whole, of others what remains as a sum. */
  private List<NoteLine> rest(InvoiceView invoice) {
    CreditedParts.Note credited = parts.of(invoice);
    List<NoteLine> rest = new ArrayList<>();
    for (LineView line : invoice.lines()) {
      BigDecimal left = credits.left(invoice, line, null);
      boolean whole = left.compareTo(line.charge().net()) == 0;
      if (whole && credited.isUntouched(line)) {
        rest.add(new NoteLine(line.id(), line.charge().quantity(), null));
      } else if (left.signum() > 0) {
        rest.add(new NoteLine(line.id(), BigDecimal.ONE, left));
      }
    }
    refuse(
        rest.isEmpty(),
        "credit-note.nothing-left",
        "All of " + invoice.number() + " is credited already.");
    return rest;
  }

  private static NewLine line(
      InvoiceView invoice, NoteLine wanted, NewNote note, CreditedParts.Note credited) {
    LineView original =
        invoice.lines().stream()
            .filter(each -> each.id().equals(wanted.line()))
            .findFirst()
            .orElseThrow(
                () ->
                    new RuleViolation(
                        "note.unknown-line", "The invoice has no such line to correct."));
    Charge charge = original.charge();
    BigDecimal price = wanted.unitPrice();
    Charge corrected =
        price != null
            ? charge.at(wanted.quantity(), price, BigDecimal.ZERO, invoice.currency())
            : note.kind() == InvoiceKind.CREDIT_NOTE
                ? credited.take(original, wanted.quantity())
                : charge.at(
                    wanted.quantity(),
                    charge.unitPrice(),
                    charge.discountPercent(),
                    invoice.currency());
    return new NewLine(
        Ids.next(),
        note.withoutTax()
            ? corrected.worded(corrected.description(), corrected.taxCode(), LateCredit.WITHOUT_TAX)
            : corrected,
        original.id());
  }

  private static void refuse(boolean wrong, String code, String sentence) {
    if (wrong) {
      throw new RuleViolation(code, sentence);
    }
  }
}
