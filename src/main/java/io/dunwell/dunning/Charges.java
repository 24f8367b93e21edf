package io.dunwell.dunning;

import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a notice charges.
 *
 * @param fee what it costs, zero or positive
 * @param shares interest for delay, by item
 */
record Charges(Money fee, List<Share> shares) {

  Charges {
    shares = List.copyOf(shares);
  }

  /**
   * Interest on one item.
   *
   * @param after the last day charged before
   * @param until the last day charged now: the item's new watermark
   */
  record Share(UUID item, LocalDate after, LocalDate until, Interest terms, Money amount) {}

  static Charges none(Plan plan) {
    return new Charges(Money.zero(plan.decision().facts().currency()), List.of());
  }

  Money interest() {
    return shares.stream().map(Share::amount).reduce(Money.zero(fee.currency()), Money::plus);
  }

  boolean nothing() {
    return fee.isZero() && interest().isZero();
  }
}
