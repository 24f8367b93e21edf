package io.dunwell.tax;

import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * A document before tax.
 *
 * @param kind invoice, credit note or debit note
 * @param on the day whose rates and rules count: the time of supply; of a credit or debit note that
 *     of its original
 * @param currency of every amount
 * @param seller who supplies
 * @param buyer who is supplied
 * @param placeOfSupply where the law sees the supply: two-digit GST state code ({@code 96} abroad)
 *     or ISO country code
 * @param supply what the document as a whole is
 * @param lines at least one
 * @param rounding where amounts are rounded
 * @param withholdings taxes on income that are collected or deducted at source; mostly none
 */
public record TaxableDocument(
    DocumentKind kind,
    LocalDate on,
    Currency currency,
    TaxParty seller,
    TaxParty buyer,
    String placeOfSupply,
    Supply supply,
    List<TaxableLine> lines,
    RoundingPolicy rounding,
    List<WithholdingDue> withholdings) {

  /**
   * @throws IllegalArgumentException without lines, or if a line is in another currency
   */
  public TaxableDocument {
    lines = List.copyOf(lines);
    withholdings = List.copyOf(withholdings);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("A document without lines cannot be taxed");
    }
    for (TaxableLine line : lines) {
      if (!line.net().currency().equals(currency)) {
        throw new IllegalArgumentException(line + " is not in " + currency);
      }
    }
  }

  /** Without taxes at source. */
  public TaxableDocument(
      DocumentKind kind,
      LocalDate on,
      Currency currency,
      TaxParty seller,
      TaxParty buyer,
      String placeOfSupply,
      Supply supply,
      List<TaxableLine> lines,
      RoundingPolicy rounding) {
    this(kind, on, currency, seller, buyer, placeOfSupply, supply, lines, rounding, List.of());
  }

  /** The sum of the lines before tax. */
  public Money net() {
    return lines.stream().map(TaxableLine::net).reduce(Money.zero(currency), Money::plus);
  }
}
