package io.dunwell.tax;

import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * That a tax at source is to be looked at, which only the caller can know.
 *
 * @param code under which it stands in the table of rates, for example {@code TDS-GOODS}
 * @param earlier what was already supplied to the buyer in this fiscal year, on the same base, for
 *     the threshold
 * @param covered what of the lines bore the tax already, with an advance
 * @param lines ids of the lines that it is on; empty for all
 * @param ratePercent the rate of a certificate of lower deduction (Income-tax Act 1961 s. 197);
 *     {@code null} for that of the table
 * @param identified whether the buyer's permanent account number is known; if not, more is
 *     collected (s. 206CC)
 */
public record WithholdingDue(
    String code,
    Money earlier,
    Money covered,
    Set<String> lines,
    @Nullable BigDecimal ratePercent,
    boolean identified) {

  public WithholdingDue {
    lines = Set.copyOf(lines);
  }

  /** On every line, at the rate of the table. */
  public WithholdingDue(String code, Money earlier) {
    this(code, earlier, Money.zero(earlier.currency()), Set.of(), null, true);
  }
}
