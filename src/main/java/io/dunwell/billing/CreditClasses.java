package io.dunwell.billing;

import io.dunwell.party.CustomerId;

/** How much of a risk customers are, as whoever rates them says. */
public interface CreditClasses {

  /** What is answered where nobody rates customers. */
  String UNKNOWN = "unknown";

  /** The customer's class, {@code A} the best; {@value #UNKNOWN} if they are not rated. */
  String of(CustomerId customer);
}
