package io.dunwell.tax;

import io.dunwell.shared.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One line that is to be taxed.
 *
 * @param id how the caller knows it again
 * @param quantity how much of it
 * @param unit of the quantity, for example {@code KGS}; {@code null} if it is the one in which a
 *     specific cess is laid down
 * @param net value after discount and before tax; negative where it is given back
 * @param taxCode HSN (goods) or SAC (services) under GST; {@code STANDARD}, {@code REDUCED} … under
 *     VAT
 * @param service a service, not goods
 * @param treatment how it is taxed
 */
public record TaxableLine(
    String id,
    BigDecimal quantity,
    @Nullable String unit,
    Money net,
    String taxCode,
    boolean service,
    Treatment treatment) {

  /** A line whose quantity is in whatever unit its taxes are laid down in. */
  public TaxableLine(
      String id,
      BigDecimal quantity,
      Money net,
      String taxCode,
      boolean service,
      Treatment treatment) {
    this(id, quantity, null, net, taxCode, service, treatment);
  }

  /** The same line given back. */
  public TaxableLine negated() {
    return new TaxableLine(id, quantity.negate(), unit, net.negated(), taxCode, service, treatment);
  }
}
