package io.dunwell.contracts;

import io.dunwell.party.CustomerId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which deliveries to list; null stands for all.
 *
 * @param text a part of the delivery's or contract's number, or of the customer's number or name
 * @param proofMissing true for those that the contract wants a proof of and that have none
 * @param sort {@code date} (default, the latest first), {@code number}, {@code customer} or {@code
 *     contract}, with a {@code -} before it for the other way round
 */
public record DeliveryQuery(
    @Nullable String text,
    @Nullable CustomerId customer,
    @Nullable ContractId contract,
    @Nullable DeliveryKind kind,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    @Nullable Boolean proofMissing,
    @Nullable String sort) {

  /** Every delivery. */
  public static DeliveryQuery all() {
    return new DeliveryQuery(null, null, null, null, null, null, null, null);
  }

  /** The deliveries on one contract. */
  public static DeliveryQuery of(ContractId contract) {
    return new DeliveryQuery(null, null, contract, null, null, null, null, null);
  }
}
