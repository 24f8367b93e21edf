package io.dunwell.dunning;

import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a notice costs the customer, from what is still open on the items that it raises.
 *
 * @param currency the currency of the amounts below, or null for that of the letter
 * @param bands in ascending order of {@code from}; below the first nothing is charged
 * @param accumulated whether each band charges its own share and the shares add up; otherwise the
 *     highest band that is reached charges everything
 * @param min at least this much when a band is reached, or null
 * @param max at most this much, or null
 */
public record Fee(
    @Nullable Currency currency,
    List<Band> bands,
    boolean accumulated,
    @Nullable BigDecimal min,
    @Nullable BigDecimal max) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public Fee {
    bands = List.copyOf(bands);
  }

  /**
   * What is charged from an amount on.
   *
   * @param from what has to be open at least
   * @param fixed charged once
   * @param percent of what is open
   */
  public record Band(BigDecimal from, BigDecimal fixed, BigDecimal percent) {}

  /** The fee on what is open, in the same currency; zero when no band is reached. */
  Money on(Money open) {
    List<Band> reached =
        bands.stream().filter(band -> band.from().compareTo(open.amount()) <= 0).toList();
    if (reached.isEmpty()) {
      return Money.zero(open.currency());
    }
    BigDecimal fee = accumulated ? sharesOf(reached, open.amount()) : whole(reached, open.amount());
    return Money.rounded(withinLimits(fee), open.currency());
  }

  private BigDecimal whole(List<Band> reached, BigDecimal open) {
    Band highest = reached.get(reached.size() - 1);
    return highest.fixed().add(percentOf(open, highest));
  }

  private BigDecimal sharesOf(List<Band> reached, BigDecimal open) {
    BigDecimal fee = BigDecimal.ZERO;
    for (int i = 0; i < reached.size(); i++) {
      Band band = reached.get(i);
      BigDecimal upTo = i + 1 < reached.size() ? reached.get(i + 1).from() : open;
      fee = fee.add(band.fixed()).add(percentOf(upTo.subtract(band.from()), band));
    }
    return fee;
  }

  private static BigDecimal percentOf(BigDecimal amount, Band band) {
    return amount.multiply(band.percent()).divide(HUNDRED);
  }

  private BigDecimal withinLimits(BigDecimal fee) {
    BigDecimal atLeast = min == null ? fee : fee.max(min);
    return max == null ? atLeast : atLeast.min(max);
  }
}
