package io.dunwell.receivables;

/** What an ageing row is about. */
public enum AgeingBy {
  TOTAL,
  CUSTOMER,
  COLLECTOR,
  /** One open item, or one receipt of which something is unapplied. */
  ITEM
}
