package io.dunwell.receivables;

import io.dunwell.party.CustomerId;
import java.util.Comparator;
import java.util.Currency;

/** A customer's money in one currency: what ageing adds up, locks protect and dunning chases. */
public record AccountKey(CustomerId customer, Currency currency) implements Comparable<AccountKey> {

  private static final Comparator<AccountKey> ORDER =
      Comparator.comparing((AccountKey key) -> key.customer().value().toString())
          .thenComparing(key -> key.currency().getCurrencyCode());

  /** The order in which several accounts are locked. */
  @Override
  public int compareTo(AccountKey other) {
    return ORDER.compare(this, other);
  }
}
