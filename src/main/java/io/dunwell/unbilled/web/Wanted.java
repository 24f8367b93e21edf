package io.dunwell.unbilled.web;

import io.dunwell.billing.Cause;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the register is narrowed to.
 *
 * @param asOf the day
 * @param cause null for all
 * @param minAge days since delivery at least; null for all
 * @param owner who looks after the contract, or is asked; null for everybody
 * @param asked only what somebody is asked about
 * @param invoicesSince invoices dated before that day are not looked at; null for all
 */
record Wanted(
    LocalDate asOf,
    @Nullable Cause cause,
    @Nullable Integer minAge,
    @Nullable String owner,
    boolean asked,
    @Nullable LocalDate invoicesSince) {

  /** All of the same day and owner. */
  Wanted whole() {
    return new Wanted(asOf, null, null, owner, false, invoicesSince);
  }
}
