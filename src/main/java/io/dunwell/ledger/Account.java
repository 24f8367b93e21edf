package io.dunwell.ledger;

/**
 * The accounts of the ledger. A posting's sign says its side: debits positive, credits negative.
 */
public enum Account {
  /** What customers owe; a posting's item is the open item. The control account of ageing. */
  RECEIVABLE,
  /** Money that came in and pays nothing yet; a posting's item is the receipt. */
  UNAPPLIED_CASH,
  BANK,
  REVENUE,
  TAX,
  /**
   * Tax on income that was collected from customers at the source and is owed to the tax office.
   */
  TCS,
  /** What customers were billed in advance and has not been set off against an invoice yet. */
  ADVANCE,
  DUNNING_FEE,
  INTEREST,
  WRITE_OFF,
  DISCOUNT,
  BANK_CHARGE,
  /** Tax that customers withheld at the source. */
  TDS,
  /** The other side of balances that were brought in from elsewhere. */
  OPENING_BALANCE
}
