package io.dunwell.contracts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line of a delivery or return.
 *
 * @param quantity as delivered or returned, always more than zero
 * @param returnsOf the line that it takes away from, null for a first delivery
 * @param left the quantity less what other lines took away from it since
 */
public record DeliveryLineView(
    DeliveryLineId id,
    int position,
    String item,
    @Nullable String description,
    BigDecimal quantity,
    @Nullable DeliveryLineId returnsOf,
    BigDecimal left) {}
