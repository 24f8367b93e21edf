package io.dunwell.contracts;

import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;

/** The arithmetic of price lines: slabs, discount, minimum commitment. It knows no database. */
final class ContractPricing {

  private static final int UNIT_DECIMALS = 6;
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  private ContractPricing() {}

  static Price price(PriceLine line, int version, BigDecimal quantity, Currency currency) {
    BigDecimal gross = gross(line, quantity);
    BigDecimal net = gross.multiply(ALL.subtract(line.discountPercent())).movePointLeft(2);
    return new Price(
        line,
        version,
        quantity,
        unitPrice(line, quantity, gross),
        line.discountPercent(),
        Money.rounded(gross, currency),
        Money.rounded(net, currency));
  }

  /** Before discount and not rounded. Below the first slab its price counts, too. */
  static BigDecimal gross(PriceLine line, BigDecimal quantity) {
    return line.slabRule() == SlabRule.WHOLE
        ? slab(line.slabs(), quantity).unitPrice().multiply(quantity)
        : graduated(line.slabs(), quantity);
  }

  /**
   * What is missing to the line's commitment for a month; of a month in which the line is valid for
   * some days only, that share of the commitment.
   *
   * @param net what is billed for that month before tax
   */
  static Money shortfall(PriceLine line, YearMonth month, Money net) {
    Money nothing = Money.zero(net.currency());
    Money commitment = line.minimumCommitment();
    if (commitment == null) {
      return nothing;
    }
    LocalDate last = month.atEndOfMonth();
    long days = month.atDay(1).datesUntil(last.plusDays(1)).filter(line::on).count();
    BigDecimal share =
        BigDecimal.valueOf(days)
            .divide(BigDecimal.valueOf(month.lengthOfMonth()), MathContext.DECIMAL64);
    Money missing = commitment.multipliedBy(share, RoundingMode.HALF_UP).minus(net);
    return missing.isPositive() ? missing : nothing;
  }

  private static BigDecimal unitPrice(PriceLine line, BigDecimal quantity, BigDecimal gross) {
    if (line.slabRule() == SlabRule.WHOLE || quantity.signum() == 0) {
      return slab(line.slabs(), quantity).unitPrice();
    }
    return gross.divide(quantity, UNIT_DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
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
