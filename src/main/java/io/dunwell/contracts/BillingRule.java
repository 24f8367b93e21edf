package io.dunwell.contracts;

/** When what was delivered on a contract is billed. */
public enum BillingRule {
  /** Each delivery on an invoice of its own. */
  PER_DELIVERY,
  /** All deliveries of a month on one invoice. */
  MONTHLY,
  /** Not before a milestone is confirmed. */
  MILESTONE,
  /** A sum in advance, set off against the invoices that follow. */
  ADVANCE
}
