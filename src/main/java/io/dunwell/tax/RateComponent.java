package io.dunwell.tax;

/** What a row of the table of rates is the rate of. */
public enum RateComponent {
  /** The whole goods and services tax, which is then halved or not. */
  GST,
  /** Compensation cess in per cent of the value. */
  CESS,
  /** Compensation cess in currency per unit of quantity. */
  CESS_SPECIFIC,
  /** Value added tax. */
  VAT
}
