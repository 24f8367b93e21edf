package io.dunwell.einvoice;

import io.dunwell.shared.Money;
import io.dunwell.tax.TaxAmount;
import io.dunwell.tax.TaxedLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line.
 *
 * @param number from 1
 * @param name what was supplied
 * @param description more about it
 * @param taxCode HSN or SAC, if there is one
 * @param service a service, not goods
 * @param quantity how much; not nought
 * @param unit as people write it, for example {@code kg}, {@code pcs}, {@code hour}
 * @param unitPrice before discount, as many decimals as needed
 * @param discount off quantity times unit price
 * @param tax net value and taxes
 */
public record EinvoiceLine(
    int number,
    String name,
    @Nullable String description,
    @Nullable String taxCode,
    boolean service,
    BigDecimal quantity,
    String unit,
    BigDecimal unitPrice,
    Money discount,
    TaxedLine tax) {

  /** Net value before discount. */
  Money gross() {
    return tax.net().plus(discount);
  }

  /** What one unit costs after discount, exact enough that the line can be recomputed. */
  BigDecimal netPrice() {
    return tax.net().amount().divide(quantity, 10, RoundingMode.HALF_UP).stripTrailingZeros();
  }

  /** Charged or owed by the buyer. */
  List<TaxAmount> taxes() {
    return tax.taxes().isEmpty() ? tax.owedByBuyer() : tax.taxes();
  }

  EinvoiceLine negated() {
    TaxedLine negated =
        new TaxedLine(
            tax.id(),
            tax.net().negated(),
            tax.category(),
            tax.ratePercent(),
            negated(tax.taxes()),
            negated(tax.owedByBuyer()));
    return new EinvoiceLine(
        number,
        name,
        description,
        taxCode,
        service,
        quantity.negate(),
        unit,
        unitPrice,
        discount.negated(),
        negated);
  }

  private static List<TaxAmount> negated(List<TaxAmount> taxes) {
    return taxes.stream()
        .map(
            t ->
                new TaxAmount(
                    t.component(), t.ratePercent(), t.base().negated(), t.amount().negated()))
        .toList();
  }
}
