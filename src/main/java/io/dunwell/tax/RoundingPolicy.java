package io.dunwell.tax;

/**
 * Where amounts are rounded (half up, away from nought).
 *
 * @param tax each line's tax by itself, or the document's tax per component and rate once
 * @param wholeTotal whether the total to pay is rounded to the whole unit (rupee, euro), the
 *     difference being the round-off
 */
public record RoundingPolicy(TaxRounding tax, boolean wholeTotal) {

  /** Each line to the paisa, the total to the rupee: what Indian invoices do. */
  public static final RoundingPolicy PER_LINE_WHOLE_TOTAL =
      new RoundingPolicy(TaxRounding.PER_LINE, true);

  /** Each line to the smallest unit, the total as it is. */
  public static final RoundingPolicy PER_LINE = new RoundingPolicy(TaxRounding.PER_LINE, false);

  /** Once per component and rate, as EN 16931 demands (BR-CO-17); the total as it is. */
  public static final RoundingPolicy PER_DOCUMENT =
      new RoundingPolicy(TaxRounding.PER_DOCUMENT, false);

  /** Where tax is rounded. */
  public enum TaxRounding {
    PER_LINE,
    PER_DOCUMENT
  }
}
