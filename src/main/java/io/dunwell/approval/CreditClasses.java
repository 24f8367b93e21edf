package io.dunwell.approval;

import io.dunwell.party.CustomerId;

/**
 * How much of a risk customers are. Rated by how they pay, unless a module that knows more, such as
 * limits and insurances, supplies another bean.
 */
public interface CreditClasses {

  /** The customer's class today; {@link CreditClass#UNRATED} if nothing is known of them. */
  CreditClass of(CustomerId customer);
}
