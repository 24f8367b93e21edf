package io.dunwell.party;

/** What an address is for. */
public enum AddressKind {
  /** Where invoices and letters go. */
  BILLING,
  DELIVERY,
  /** The seat that a public register names. */
  REGISTERED
}
