package io.dunwell.contracts;

import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The arithmetic of price lines: slabs, discount, minimum commitment. It knows no database. */
final class ContractPricing {

  private static final int UNIT_DECIMALS = 6;
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  private ContractPricing() {}

  static Price price(PriceLine line, int version, BigDecimal quantity, Currency currency) {
    return price(line, version, BigDecimal.ZERO, quantity, BigDecimal.ZERO, currency);
  }

  /**
   * @param before what was billed before, and {@code after} what will be, of the same month
   */
  static Price price(
      PriceLine line,
      int version,
      BigDecimal before,
      BigDecimal quantity,
      BigDecimal after,
      Currency currency) {
    if (line.slabRule() == SlabRule.WHOLE) {
      BigDecimal unitPrice = slab(line.slabs(), before.add(quantity).add(after)).unitPrice();
      BigDecimal gross = unitPrice.multiply(quantity);
      return price(line, version, before, quantity, unitPrice, gross, currency);
    }
    BigDecimal gross =
        graduated(line.slabs(), before.add(quantity)).subtract(graduated(line.slabs(), before));
    BigDecimal unitPrice =
        quantity.signum() == 0
            ? slab(line.slabs(), before).unitPrice()
            : gross.divide(quantity, UNIT_DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
    return price(line, version, before, quantity, unitPrice, gross, currency);
  }

  static Price part(Price all, BigDecimal quantity) {
    PriceLine line = all.priceLine();
    Currency currency = all.net().currency();
    return line.slabRule() == SlabRule.GRADUATED
        ? price(line, all.version(), all.before(), quantity, BigDecimal.ZERO, currency)
        : price(
            line,
            all.version(),
            all.before(),
            quantity,
            all.listPrice(),
            all.listPrice().multiply(quantity),
            currency);
  }

  private static Price price(
      PriceLine line,
      int version,
      BigDecimal before,
      BigDecimal quantity,
      BigDecimal unitPrice,
      BigDecimal gross,
      Currency currency) {
    BigDecimal net = gross.multiply(ALL.subtract(line.discountPercent())).movePointLeft(2);
    return new Price(
        line,
        version,
        before,
        quantity,
        unitPrice,
        line.discountPercent(),
        Money.rounded(gross, currency),
        Money.rounded(net, currency));
  }

  /**
   * The commitment for a month: each day's commitment counts for its share of the month. So it is
   * whole where lines follow one another, and a part where they begin or end within it.
   *
   * @param lineOn the line that is in force on a day
   */
  static Money commitment(
      Function<LocalDate, Optional<PriceLine>> lineOn, YearMonth month, Currency currency) {
    Map<Money, Integer> days = new LinkedHashMap<>();
    for (int day = 1; day <= month.lengthOfMonth(); day++) {
      lineOn
          .apply(month.atDay(day))
          .map(PriceLine::minimumCommitment)
          .ifPresent(amount -> days.merge(amount, 1, Integer::sum));
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (Map.Entry<Money, Integer> each : days.entrySet()) {
      sum = sum.add(each.getKey().amount().multiply(BigDecimal.valueOf(each.getValue())));
    }
    BigDecimal length = BigDecimal.valueOf(month.lengthOfMonth());
    return Money.rounded(sum.divide(length, MathContext.DECIMAL64), currency);
  }

  private static Slab slab(List<Slab> slabs, BigDecimal quantity) {
    Slab reached = slabs.get(0);
    for (Slab slab : slabs) {
      if (slab.fromQuantity().compareTo(quantity) <= 0) {
        reached = slab;
      }
    }
    return reached;
  }

  private static BigDecimal graduated(List<Slab> slabs, BigDecimal quantity) {
    BigDecimal gross = BigDecimal.ZERO;
    BigDecimal from = BigDecimal.ZERO;
    for (int i = 0; i < slabs.size() && from.compareTo(quantity) < 0; i++) {
      BigDecimal until =
          i + 1 < slabs.size() ? slabs.get(i + 1).fromQuantity().min(quantity) : quantity;
      gross = gross.add(slabs.get(i).unitPrice().multiply(until.subtract(from)));
      from = until;
    }
    return gross;
  }
}
