package io.dunwell.dunning;

import io.dunwell.shared.Money;

/**
 * What a notice charges.
 *
 * @param fee what it costs, zero or positive
 * @param interest for delay, zero or positive
 */
record Charges(Money fee, Money interest) {

  static Charges none(Plan plan) {
    Money zero = Money.zero(plan.decision().facts().currency());
    return new Charges(zero, zero);
  }
}
