package io.dunwell.billing;

/** Why something delivered is not billed. */
public enum Cause {
  /** Nothing stands in the way: the next billing run takes it. */
  READY,
  PROOF_MISSING,
  PO_EXHAUSTED,
  PRICE_MISSING,
  /** It was delivered before the contract began or after it ended. */
  CONTRACT_ENDED,
  WAITING_FOR_MILESTONE,
  WAITING_FOR_MONTH_END,
  /** It is on a draft that nobody submitted yet. */
  IN_DRAFT,
  /** It is on an invoice that departments have to approve. */
  IN_APPROVAL,
  /** More came back than is left to bill: the customer is owed a credit note. */
  CREDIT_DUE
}
