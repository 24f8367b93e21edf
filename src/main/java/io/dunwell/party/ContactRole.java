package io.dunwell.party;

/** What a contact is asked about. */
public enum ContactRole {
  /** Pays invoices, and gets the letters. */
  ACCOUNTS_PAYABLE,
  MANAGEMENT,
  LEGAL,
  SALES,
  OTHER
}
