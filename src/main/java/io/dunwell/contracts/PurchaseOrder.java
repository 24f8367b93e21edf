package io.dunwell.contracts;

import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The customer's order that a contract is billed against.
 *
 * @param number as it has to stand on the invoice
 * @param cap the most that may be billed against it, before tax; null for no limit
 * @param validUntil the last day on which what is delivered may be billed against it
 */
public record PurchaseOrder(String number, @Nullable Money cap, @Nullable LocalDate validUntil) {

  /**
   * @throws RuleViolation {@code purchase-order.no-number}, {@code purchase-order.cap-not-positive}
   */
  public PurchaseOrder {
    number = number.strip();
    if (number.isEmpty()) {
      throw new RuleViolation(
          "purchase-order.no-number", "A purchase order needs its number: it goes on the invoice.");
    }
    if (cap != null && !cap.isPositive()) {
      throw new RuleViolation(
          "purchase-order.cap-not-positive",
          "The cap of a purchase order is more than zero; leave it empty for no limit.");
    }
  }
}
