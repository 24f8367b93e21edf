package io.dunwell.tax;

import io.dunwell.shared.Money;
import java.util.List;

/**
 * A document with its taxes. Always {@code total = net + taxes + collected at source + roundOff},
 * and every sum of lines is the total of the same name.
 *
 * @param lines in the order given
 * @param net before tax
 * @param totals each tax by component and rate
 * @param subtotals by category and rate
 * @param owedByBuyer under reverse charge: what the buyer owes the tax office, no part of the total
 * @param withholdings taxes at source; those collected are in the total, those deducted are not
 * @param roundOff what rounding the total added, at most half a unit
 * @param total what the buyer has to pay
 * @param title what the document has to be called
 * @param notes sentences that have to be printed, by message key, for example {@code
 *     tax.note.export-lut}
 * @param rules what decided, for whoever asks why
 */
public record TaxedDocument(
    List<TaxedLine> lines,
    Money net,
    List<TaxAmount> totals,
    List<TaxSubtotal> subtotals,
    List<TaxAmount> owedByBuyer,
    List<Withholding> withholdings,
    Money roundOff,
    Money total,
    DocumentTitle title,
    List<String> notes,
    List<TaxRule> rules) {

  public TaxedDocument {
    lines = List.copyOf(lines);
    totals = List.copyOf(totals);
    subtotals = List.copyOf(subtotals);
    owedByBuyer = List.copyOf(owedByBuyer);
    withholdings = List.copyOf(withholdings);
    notes = List.copyOf(notes);
    rules = List.copyOf(rules);
  }

  /** The taxes charged to the buyer, without taxes at source. */
  public Money tax() {
    return sum(totals.stream().map(TaxAmount::amount).toList());
  }

  /** The taxes of one component together. */
  public Money tax(TaxComponent component) {
    return sum(
        totals.stream()
            .filter(tax -> tax.component() == component)
            .map(TaxAmount::amount)
            .toList());
  }

  /** What the seller collects at source. */
  public Money collectedAtSource() {
    return withheld(Withholding.Kind.TCS);
  }

  /** What the buyer will keep back when paying. */
  public Money deductedAtSource() {
    return withheld(Withholding.Kind.TDS);
  }

  private Money withheld(Withholding.Kind kind) {
    return sum(
        withholdings.stream()
            .filter(withholding -> withholding.kind() == kind)
            .map(Withholding::amount)
            .toList());
  }

  private Money sum(List<Money> amounts) {
    return amounts.stream().reduce(Money.zero(net.currency()), Money::plus);
  }
}
