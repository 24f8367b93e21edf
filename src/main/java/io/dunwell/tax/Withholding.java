package io.dunwell.tax;

import io.dunwell.shared.Money;
import java.math.BigDecimal;

/**
 * A tax at source as noted on the document.
 *
 * @param code for example {@code TDS-GOODS}
 * @param kind whether the seller collects it or the buyer deducts it
 * @param law section, as printed
 * @param ratePercent the rate
 * @param value what was supplied, before the threshold, less what is covered
 * @param covered what was supplied and bore the tax already with an advance
 * @param base on what, after the threshold; nought below it
 * @param amount how much
 */
public record Withholding(
    String code,
    Kind kind,
    String law,
    BigDecimal ratePercent,
    Money value,
    Money covered,
    Money base,
    Money amount) {

  /** On whose way it is withheld. */
  public enum Kind {
    /** Collected at source: the seller adds it to what the buyer pays. */
    TCS,
    /** Deducted at source: the buyer keeps it back when paying; the total does not change. */
    TDS
  }
}
