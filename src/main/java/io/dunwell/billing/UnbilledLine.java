package io.dunwell.billing;

import io.dunwell.invoices.InvoiceStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the tables say about something unbilled, before anybody asked its contract. */
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
    @Nullable InvoiceStatus billingOn) {}
