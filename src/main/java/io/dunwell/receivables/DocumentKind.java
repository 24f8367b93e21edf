package io.dunwell.receivables;

import io.dunwell.ledger.Account;

/** What a document is, and which account it is posted against. */
public enum DocumentKind {
  INVOICE(Account.REVENUE),
  CREDIT_NOTE(Account.REVENUE),
  DEBIT_NOTE(Account.REVENUE),
  FEE(Account.DUNNING_FEE),
  INTEREST(Account.INTEREST);

  private final Account counterpart;

  DocumentKind(Account counterpart) {
    this.counterpart = counterpart;
  }

  Account counterpart() {
    return counterpart;
  }

  /** Whether its items are what we owe the customer. */
  public boolean isCredit() {
    return this == CREDIT_NOTE;
  }

  /** Whether it is due as the customer's payment terms say, and not on the day of its issue. */
  boolean followsTerms() {
    return this == INVOICE || this == DEBIT_NOTE;
  }
}
