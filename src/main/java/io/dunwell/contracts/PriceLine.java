package io.dunwell.contracts;

import io.dunwell.shared.Ids;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import io.dunwell.tax.Treatment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one item costs, for some time.
 *
 * @param id the same in every version of the contract that carries the line on
 * @param item the item's code, as deliveries name it
 * @param description what the invoice says
 * @param unit the unit of the quantities, for example {@code PCS}
 * @param from the first day
 * @param until the last day, null for no end
 * @param slabs prices by quantity, the smallest quantity first; never empty
 * @param slabRule what the price of a slab is for
 * @param discountPercent off the list price, 0 to 100
 * @param minimumCommitment the least that a month is billed at, null for none
 * @param taxCode HSN or SAC, or whatever the tax scheme calls it
 * @param service whether it is a service, not goods
 * @param treatment how the law treats it: taxed at the rate of its code, or not for a reason
 */
public record PriceLine(
    UUID id,
    String item,
    String description,
    String unit,
    LocalDate from,
    @Nullable LocalDate until,
    List<Slab> slabs,
    SlabRule slabRule,
    BigDecimal discountPercent,
    @Nullable Money minimumCommitment,
    String taxCode,
    boolean service,
    Treatment treatment) {

  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  /**
   * @throws RuleViolation {@code price.no-item}, {@code price.ends-before-it-begins}, {@code
   *     price.no-slab}, {@code price.slabs-unordered}, {@code price.discount-out-of-range}, {@code
   *     price.commitment-not-positive}
   */
  public PriceLine {
    item = item.strip();
    unit = unit.strip();
    taxCode = taxCode.strip();
    slabs = List.copyOf(slabs);
    discountPercent = Quantities.plain(discountPercent);
    if (item.isEmpty() || unit.isEmpty()) {
      throw new RuleViolation("price.no-item", "A price line names its item and its unit.");
    }
    if (until != null && until.isBefore(from)) {
      throw new RuleViolation(
          "price.ends-before-it-begins", "The price of " + item + " ends before it begins.");
    }
    ordered(item, slabs);
    if (discountPercent.signum() < 0 || discountPercent.compareTo(ALL) > 0) {
      throw new RuleViolation(
          "price.discount-out-of-range", "A discount is between 0 and 100 percent.");
    }
    if (minimumCommitment != null && !minimumCommitment.isPositive()) {
      throw new RuleViolation(
          "price.commitment-not-positive",
          "A minimum commitment is more than zero; leave it empty for none.");
    }
  }

  /** A line that is taxed at the rate of its code. */
  public PriceLine(
      UUID id,
      String item,
      String description,
      String unit,
      LocalDate from,
      @Nullable LocalDate until,
      List<Slab> slabs,
      SlabRule slabRule,
      BigDecimal discountPercent,
      @Nullable Money minimumCommitment,
      String taxCode,
      boolean service) {
    this(
        id,
        item,
        description,
        unit,
        from,
        until,
        slabs,
        slabRule,
        discountPercent,
        minimumCommitment,
        taxCode,
        service,
        Treatment.TAXED);
  }

  /** A line of goods at one price, without discount, end or commitment. */
  public static PriceLine goods(
      String item, String description, String unit, String unitPrice, LocalDate from, String code) {
    return plain(item, description, unit, unitPrice, from, code, false);
  }

  /** A line of services at one price, without discount, end or commitment. */
  public static PriceLine services(
      String item, String description, String unit, String unitPrice, LocalDate from, String code) {
    return plain(item, description, unit, unitPrice, from, code, true);
  }

  /** Whether the line is valid on that day. */
  public boolean on(LocalDate day) {
    return !day.isBefore(from) && (until == null || !day.isAfter(until));
  }

  /** The same line until another day. */
  public PriceLine endingOn(@Nullable LocalDate lastDay) {
    return with(lastDay, treatment);
  }

  /** The same line treated in another way. */
  public PriceLine treated(Treatment other) {
    return with(until, other);
  }

  private PriceLine with(@Nullable LocalDate lastDay, Treatment other) {
    return new PriceLine(
        id,
        item,
        description,
        unit,
        from,
        lastDay,
        slabs,
        slabRule,
        discountPercent,
        minimumCommitment,
        taxCode,
        service,
        other);
  }

  /** Whether both are for the same item on some day. */
  boolean overlaps(PriceLine other) {
    return item.equals(other.item)
        && (until == null || !other.from.isAfter(until))
        && (other.until == null || !from.isAfter(other.until));
  }

  private static PriceLine plain(
      String item,
      String description,
      String unit,
      String unitPrice,
      LocalDate from,
      String code,
      boolean service) {
    return new PriceLine(
        Ids.next(),
        item,
        description,
        unit,
        from,
        null,
        List.of(new Slab(BigDecimal.ZERO, new BigDecimal(unitPrice))),
        SlabRule.WHOLE,
        BigDecimal.ZERO,
        null,
        code,
        service);
  }

  private static void ordered(String item, List<Slab> slabs) {
    if (slabs.isEmpty()) {
      throw new RuleViolation("price.no-slab", "Give " + item + " a price.");
    }
    for (int i = 1; i < slabs.size(); i++) {
      if (slabs.get(i).fromQuantity().compareTo(slabs.get(i - 1).fromQuantity()) <= 0) {
        throw new RuleViolation(
            "price.slabs-unordered",
            "The prices of " + item + " have to begin at rising quantities, each once.");
      }
    }
  }
}
