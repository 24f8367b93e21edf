package io.dunwell.einvoice;

import io.dunwell.shared.Money;
import io.dunwell.tax.DocumentKind;
import io.dunwell.tax.Supply;
import io.dunwell.tax.TaxAmount;
import io.dunwell.tax.TaxComponent;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An issued document as every electronic format needs it. Totals follow from the lines, so that
 * they cannot contradict them.
 *
 * @param kind invoice, credit note or debit note; the amounts of a credit note may be negative or
 *     positive, they are written positive
 * @param number as printed
 * @param issuedOn the day of the document
 * @param dueOn the last day to pay, if there is one
 * @param currency of every amount
 * @param seller who bills
 * @param buyer who is billed
 * @param delivery where goods come from and go to, and when
 * @param placeOfSupply two-digit GST state code or ISO country code
 * @param supply what the document as a whole is
 * @param lines at least one
 * @param collectedAtSource tax collected at source, part of the total
 * @param roundOff what rounding the total added
 * @param prepaid advances set off, part of the total but not of what is due
 * @param references to orders, contracts and earlier documents
 * @param payment how to pay
 * @param notes sentences printed on it
 */
public record EinvoiceDocument(
    DocumentKind kind,
    String number,
    LocalDate issuedOn,
    @Nullable LocalDate dueOn,
    Currency currency,
    EinvoiceParty seller,
    EinvoiceParty buyer,
    EinvoiceDelivery delivery,
    String placeOfSupply,
    Supply supply,
    List<EinvoiceLine> lines,
    Money collectedAtSource,
    Money roundOff,
    Money prepaid,
    EinvoiceReferences references,
    EinvoicePayment payment,
    List<String> notes) {

  public EinvoiceDocument {
    lines = List.copyOf(lines);
    notes = List.copyOf(notes);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("An electronic invoice without lines is none");
    }
  }

  /** The sum of the lines before tax. */
  public Money net() {
    return sum(line -> line.tax().net());
  }

  /** The taxes charged to the buyer. */
  public Money tax() {
    return sum(line -> line.tax().tax());
  }

  /** The taxes of one component. */
  public Money tax(TaxComponent component) {
    return sum(line -> line.tax().tax(component));
  }

  /** Net, taxes, tax collected at source and round-off. */
  public Money total() {
    return net().plus(tax()).plus(collectedAtSource).plus(roundOff);
  }

  /** What is left to pay after advances. */
  public Money due() {
    return total().minus(prepaid);
  }

  /** Every tax of every line, charged or owed by the buyer. */
  List<TaxAmount> taxes() {
    return lines.stream().flatMap(line -> line.taxes().stream()).toList();
  }

  /** The same with positive amounts, where a credit note was made with negative ones. */
  EinvoiceDocument positive() {
    if (!net().isNegative()) {
      return this;
    }
    return new EinvoiceDocument(
        kind,
        number,
        issuedOn,
        dueOn,
        currency,
        seller,
        buyer,
        delivery,
        placeOfSupply,
        supply,
        lines.stream().map(EinvoiceLine::negated).toList(),
        collectedAtSource.negated(),
        roundOff.negated(),
        prepaid.negated(),
        references,
        payment,
        notes);
  }

  private Money sum(Function<EinvoiceLine, Money> part) {
    return lines.stream().map(part).reduce(Money.zero(currency), Money::plus);
  }
}
