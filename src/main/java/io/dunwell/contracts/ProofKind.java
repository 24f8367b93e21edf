package io.dunwell.contracts;

/** What a proof of a delivery is. */
public enum ProofKind {
  SIGNED_NOTE,
  EWAY_BILL,
  ACCEPTANCE_MAIL,
  OTHER
}
