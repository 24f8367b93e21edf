package io.dunwell.ledger;

import io.dunwell.shared.Money;

/**
 * What one account holds in one currency.
 *
 * @param account the account
 * @param debit the sum of its debits, not negative
 * @param credit the sum of its credits, not negative
 * @param balance debits less credits
 */
public record TrialBalanceLine(Account account, Money debit, Money credit, Money balance) {}
