package io.dunwell.invoices;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an invoice comes to, in its currency.
 *
 * @param net without tax
 * @param tax all taxes together
 * @param roundOff what rounding the whole added or took away
 * @param total net, tax and rounding
 * @param setOff how much of the total advances have paid already
 * @param taxNotes sentences that the law wants on the invoice, by message key, one a line
 */
@Embeddable
public record Totals(
    BigDecimal net,
    BigDecimal tax,
    BigDecimal roundOff,
    BigDecimal total,
    BigDecimal setOff,
    @Nullable String taxNotes) {

  static Totals untaxed(BigDecimal net) {
    return new Totals(net, BigDecimal.ZERO, BigDecimal.ZERO, net, BigDecimal.ZERO, "");
  }
}
