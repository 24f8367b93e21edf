package io.dunwell.ledger;

import io.dunwell.shared.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One side of an entry.
 *
 * @param account where the amount goes
 * @param customer whose money it is, where it is a customer's
 * @param item the open item on {@link Account#RECEIVABLE}, the receipt on {@link
 *     Account#UNAPPLIED_CASH}
 * @param amount a debit if positive, a credit if negative, never zero
 */
public record Posting(Account account, @Nullable UUID customer, @Nullable UUID item, Money amount) {

  /**
   * @throws IllegalArgumentException if the amount is zero
   */
  public Posting {
    if (amount.isZero()) {
      throw new IllegalArgumentException("A posting to " + account + " has to move something");
    }
  }

  Posting negated() {
    return new Posting(account, customer, item, amount.negated());
  }
}
