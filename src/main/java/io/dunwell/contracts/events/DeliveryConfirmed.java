package io.dunwell.contracts.events;

import io.dunwell.contracts.ContractId;
import io.dunwell.contracts.DeliveryId;
import io.dunwell.contracts.DeliveryLineId;
import java.time.LocalDate;
import java.util.List;

/**
 * Something went to a customer, for the first time or again after it had come back.
 *
 * @param lines what there is to bill
 * @param on the day of the delivery
 */
public record DeliveryConfirmed(
    DeliveryId delivery, ContractId contract, List<DeliveryLineId> lines, LocalDate on) {

  public DeliveryConfirmed {
    lines = List.copyOf(lines);
  }
}
