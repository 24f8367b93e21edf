package io.dunwell.resolution;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a collector still has to do about a customer.
 *
 * @param customerNumber the customer, as people know them
 * @param collector who looks after the customer; null if nobody in particular
 * @param currency null for every currency
 */
public record FollowUpView(
    UUID id,
    UUID customer,
    String customerNumber,
    String customerName,
    @Nullable String collector,
    @Nullable String currency,
    FollowUpKind kind,
    LocalDate dueOn,
    String text) {}
