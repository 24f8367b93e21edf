package io.dunwell.tax;

import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One line that is to be taxed.
 *
 * @param id how the caller knows it again
 * @param quantity how much of it
 * @param unit of the quantity, for example {@code KGS}; {@code null} if it is the one in which a
 *     specific cess is laid down
 * @param price what one of the unit costs before tax, where value by quantity does not tell it, as
 *     on a note that gives back a part; {@code null} where it does
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
    @Nullable BigDecimal price,
    Money net,
    String taxCode,
    boolean service,
    Treatment treatment) {

  /** A line whose price is its value by its quantity. */
  public TaxableLine(
      String id,
      BigDecimal quantity,
      @Nullable String unit,
      Money net,
      String taxCode,
      boolean service,
      Treatment treatment) {
    this(id, quantity, unit, null, net, taxCode, service, treatment);
  }

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
    return new TaxableLine(
        id, quantity.negate(), unit, price, net.negated(), taxCode, service, treatment);
  }

  /**
   * Whether one costs no more than that. Of nothing the price is nought.
   *
   * @param limit for one of {@code per}
   * @throws RuleViolation {@code tax.price-unit} if the quantity cannot be told in that
   */
  boolean isPricedUpTo(BigDecimal limit, String per) {
    BigDecimal billed = price == null ? quantity.abs() : BigDecimal.ONE;
    BigDecimal value = price == null ? net.amount().abs() : price.abs();
    BigDecimal pieces =
        unit == null
            ? billed
            : UnitOfQuantity.convert(billed, unit, per).orElseThrow(() -> notIn(per));
    return value.compareTo(limit.multiply(pieces)) <= 0;
  }

  private RuleViolation notIn(String per) {
    return new RuleViolation(
        "tax.price-unit",
        "The rate of %s depends on the price of each (%s), and %s cannot be told in that; bill it in %s."
            .formatted(taxCode, per, unit, per));
  }
}
