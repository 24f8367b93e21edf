package io.dunwell.contracts;

import io.dunwell.party.CustomerId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which contracts to list.
 *
 * @param text a part of the number, title, purchase order or of the customer's number or name
 * @param customer with whom, null for all
 * @param billingRule null for all
 * @param asOf the day whose versions are looked at
 * @param ended true for those over by then, false for the others, null for both
 * @param sort {@code number} (default), {@code customer}, {@code title}, {@code until} or {@code
 *     owner}, with a {@code -} before it for the other way round
 */
public record ContractQuery(
    @Nullable String text,
    @Nullable CustomerId customer,
    @Nullable BillingRule billingRule,
    LocalDate asOf,
    @Nullable Boolean ended,
    @Nullable String sort) {

  /** Every contract as of a day. */
  public static ContractQuery all(LocalDate asOf) {
    return new ContractQuery(null, null, null, asOf, null, null);
  }
}
