package io.dunwell.party;

import java.math.BigDecimal;

/**
 * A share of a document's total with days of its own.
 *
 * @param percent of the total, above 0 and at most 100
 * @param netDays the days from the document's date to this share's due day
 */
public record Instalment(BigDecimal percent, int netDays) {

  /**
   * @throws IllegalArgumentException if the percentage is not above 0 and at most 100, or the days
   *     are negative
   */
  public Instalment {
    percent = percent.stripTrailingZeros();
    if (percent.signum() <= 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0 || netDays < 0) {
      throw new IllegalArgumentException(
          "An instalment is above 0 % and at most 100 %, and not before the document");
    }
  }

  @Override
  public String toString() {
    return percent.toPlainString() + "% net " + netDays;
  }
}
