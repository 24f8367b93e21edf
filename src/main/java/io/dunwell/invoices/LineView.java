package io.dunwell.invoices;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of an invoice.
 *
 * @param position from 1
 * @param originalLine on a note, the line that it corrects
 * @param because why it is billed although no delivery asks for it, null otherwise
 */
public record LineView(
    UUID id,
    int position,
    Charge charge,
    List<TaxShare> taxes,
    @Nullable UUID originalLine,
    @Nullable String because) {

  static LineView of(InvoiceLine line, Currency currency) {
    return new LineView(
        line.id(),
        line.position(),
        line.charge().scaled(currency),
        line.taxes().stream().map(tax -> tax.scaled(currency)).toList(),
        line.originalLine(),
        line.because());
  }

  /** Whether more or less is billed than the contract says, or it says nothing. */
  public boolean deviates() {
    return charge.contractNet() == null || charge.deviation().signum() != 0;
  }

  /** All taxes of the line, in the invoice's currency. */
  public BigDecimal tax() {
    return taxes.stream().map(TaxShare::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
