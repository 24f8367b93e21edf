package io.dunwell.tax;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A tax at source as the table knows it.
 *
 * @param code for example {@code TDS-GOODS}
 * @param kind collected or deducted
 * @param law section, as printed
 * @param ratePercent the rate
 * @param threshold per fiscal year and buyer, in rupees; nought where there is none
 * @param excessOnly whether only what is above the threshold counts, or everything once it is
 *     passed
 * @param onGross whether the base includes the goods and services tax
 * @param exceptions other rates and limits for some
 */
record WithholdingRate(
    String code,
    Withholding.Kind kind,
    String law,
    BigDecimal ratePercent,
    BigDecimal threshold,
    boolean excessOnly,
    boolean onGross,
    Exceptions exceptions) {

  private static final String INDIVIDUALS = "PH";
  private static final int HOLDER = 3;

  /**
   * What some have instead; {@code null} where there is nothing else.
   *
   * @param single a single payment above this is taxed whatever the year brought: s. 194C(5)
   * @param individual the rate if the seller is an individual or a family: s. 194C(1)(i)
   * @param unidentified the rate if the buyer's permanent account number is not known: s. 206CC
   */
  record Exceptions(
      @Nullable BigDecimal single,
      @Nullable BigDecimal individual,
      @Nullable BigDecimal unidentified) {

    static final Exceptions NONE = new Exceptions(null, null, null);
  }

  WithholdingRate(
      String code,
      Withholding.Kind kind,
      String law,
      BigDecimal ratePercent,
      BigDecimal threshold,
      boolean excessOnly,
      boolean onGross) {
    this(code, kind, law, ratePercent, threshold, excessOnly, onGross, Exceptions.NONE);
  }

  /** What that due is taxed at, with that seller. */
  BigDecimal percent(WithholdingDue due, TaxParty seller) {
    if (due.ratePercent() != null) {
      return due.ratePercent();
    }
    if (!due.identified() && exceptions.unidentified() != null) {
      return exceptions.unidentified();
    }
    return exceptions.individual() != null && isIndividual(seller)
        ? exceptions.individual()
        : ratePercent;
  }

  /**
   * The fourth letter of the permanent account number, which a GSTIN contains, says what one is.
   */
  private static boolean isIndividual(TaxParty seller) {
    String number = seller.taxNumber();
    return number != null
        && Gstin.isValid(number)
        && INDIVIDUALS.indexOf(Gstin.of(number).pan().charAt(HOLDER)) >= 0;
  }
}
