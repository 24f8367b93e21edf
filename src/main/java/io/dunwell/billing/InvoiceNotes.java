package io.dunwell.billing;

import io.dunwell.contracts.ContractId;
import io.dunwell.contracts.ContractView;
import io.dunwell.contracts.Contracts;
import io.dunwell.contracts.PriceLine;
import io.dunwell.party.Customers;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafts of credit and debit notes to what is issued, and of advances; approved like invoices. */
@Service
@Transactional
public class InvoiceNotes {

  private final Invoices invoices;
  private final Drafts drafts;
  private final Contracts contracts;
  private final Customers customers;
  private final BillingSettings settings;
  private final Clock clock;

  InvoiceNotes(
      Invoices invoices,
      Drafts drafts,
      Contracts contracts,
      Customers customers,
      BillingSettings settings,
      Clock clock) {
    this.invoices = invoices;
    this.drafts = drafts;
    this.contracts = contracts;
    this.customers = customers;
    this.settings = settings;
    this.clock = clock;
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
   * Drafts a note to an issued invoice.
   *
   * @param kind {@code CREDIT_NOTE} or {@code DEBIT_NOTE}
   * @param lines what it corrects; empty for a credit note over all of it
   * @throws RuleViolation {@code invoice.not-issued}, {@code note.no-reason}, {@code
   *     note.unknown-line}, {@code credit-note.more-than-billed}
   */
  public InvoiceId note(
      InvoiceKind kind, InvoiceId original, List<NoteLine> lines, String reason, Actor by) {
    InvoiceView invoice = invoices.toChange(original).view();
    refuse(
        invoice.status() != InvoiceStatus.ISSUED || invoice.kind().isNote() || !kind.isNote(),
        "invoice.not-issued",
        "A note corrects an invoice that is issued and stands.");
    refuse(reason.isBlank(), "note.no-reason", "Say why the note is due.");
    List<NewLine> wanted =
        lines.isEmpty()
            ? invoice.lines().stream()
                .map(line -> new NewLine(null, line.charge(), line.id()))
                .toList()
            : lines.stream().map(line -> line(invoice, line)).toList();
    if (kind == InvoiceKind.CREDIT_NOTE) {
      refuseTooMuch(invoice, wanted);
    }
    return drafts.draft(
        new NewInvoice(kind, invoice.basis(), wanted, original, reason.strip(), null), by);
  }

  /**
   * Drafts an advance on a contract.
   *
   * @param amount before tax, in the contract's currency
   * @throws RuleViolation {@code contract.unknown}, {@code advance.no-price-line}
   */
  public InvoiceId advance(ContractId contract, Money amount, Actor by) {
    ContractView agreed = contracts.view(contract, LocalDate.now(clock));
    PriceLine first =
        agreed.priceLines().stream()
            .findFirst()
            .orElseThrow(
                () ->
                    new RuleViolation(
                        "advance.no-price-line",
                        "The contract has no price line that says how an advance is taxed."));
    BigDecimal value = amount.amount();
    // goods are taxed when they are invoiced (notification 66/2017), services with the advance, too
    Charge charge =
        new Charge(
            first.item(),
            "Advance on contract " + agreed.number() + ": " + agreed.title(),
            "OTH",
            BigDecimal.ONE,
            value,
            BigDecimal.ZERO,
            value,
            first.taxCode(),
            first.service(),
            first.service() ? "TAXED" : "NON_TAXABLE",
            value,
            BigDecimal.ZERO,
            value,
            null,
            null);
    Basis basis = Bases.of(agreed, customers.view(agreed.customer()), settings);
    return drafts.draft(
        new NewInvoice(InvoiceKind.ADVANCE, basis, List.of(NewLine.of(charge)), null, null, null),
        by);
  }

  private static NewLine line(InvoiceView invoice, NoteLine wanted) {
    LineView original =
        invoice.lines().stream()
            .filter(each -> each.id().equals(wanted.line()))
            .findFirst()
            .orElseThrow(
                () ->
                    new RuleViolation(
                        "note.unknown-line", "The invoice has no such line to correct."));
    Charge charge = original.charge();
    BigDecimal price = wanted.unitPrice() == null ? charge.unitPrice() : wanted.unitPrice();
    BigDecimal discount = wanted.unitPrice() == null ? charge.discountPercent() : BigDecimal.ZERO;
    return new NewLine(
        null, charge.at(wanted.quantity(), price, discount, invoice.currency()), original.id());
  }

  /** No line gives back more than it asked for, all its notes together. */
  private void refuseTooMuch(InvoiceView invoice, List<NewLine> wanted) {
    List<InvoiceView> earlier =
        invoices.findByOriginalOrderById(invoice.id().value()).stream()
            .map(Invoice::view)
            .filter(note -> note.kind() == InvoiceKind.CREDIT_NOTE && note.status().isLiving())
            .toList();
    for (LineView line : invoice.lines()) {
      BigDecimal credited =
          earlier.stream()
              .flatMap(note -> note.lines().stream())
              .filter(each -> line.id().equals(each.originalLine()))
              .map(each -> each.charge().net())
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      BigDecimal now =
          wanted.stream()
              .filter(each -> line.id().equals(each.originalLine()))
              .map(each -> each.charge().net())
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      refuse(
          credited.add(now).compareTo(line.charge().net()) > 0,
          "credit-note.more-than-billed",
          "Line %d asked for %s, of which %s is credited already."
              .formatted(
                  line.position(), line.charge().net().toPlainString(), credited.toPlainString()));
    }
  }

  private static void refuse(boolean wrong, String code, String sentence) {
    if (wrong) {
      throw new RuleViolation(code, sentence);
    }
  }
}
