package io.dunwell.contracts.events;

import io.dunwell.contracts.ContractId;
import io.dunwell.contracts.DeliveryId;
import io.dunwell.contracts.DeliveryLineId;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Something came back from a customer.
 *
 * @param delivery the return
 * @param line the line of the return
 * @param returned the line that it takes away from
 * @param quantity how much
 */
public record DeliveryReturned(
    DeliveryId delivery,
    ContractId contract,
    DeliveryLineId line,
    DeliveryLineId returned,
    BigDecimal quantity,
    LocalDate on) {}
