package io.dunwell.tax;

/** What a document does to the tax: demands it, gives it back, or demands more. */
public enum DocumentKind {
  INVOICE,
  /** Central Goods and Services Tax Act 2017, s. 34(1); EN 16931 type 381. */
  CREDIT_NOTE,
  /** Central Goods and Services Tax Act 2017, s. 34(3). */
  DEBIT_NOTE
}
