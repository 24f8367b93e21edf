package io.dunwell.billing;

import io.dunwell.invoices.InvoiceStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the tables say about something unbilled, before anybody asked its contract.
 *
 * @param agreedThen whether the contract was valid on the day of delivery as it was in force then
 */
record UnbilledLine(
    UUID root,
    UUID delivery,
    String deliveryNumber,
    String kind,
    LocalDate deliveredOn,
    String item,
    @Nullable String description,
    UUID contract,
    UUID customer,
    String customerNumber,
    String customerName,
    BigDecimal quantity,
    boolean proven,
    @Nullable LocalDate milestoneOn,
    boolean agreedThen,
    @Nullable InvoiceStatus billingOn) {}
