package io.dunwell.billing;

import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceKind;
import io.dunwell.invoices.InvoiceStatus;
import io.dunwell.party.CustomerId;
import io.dunwell.shared.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A billing document in a list.
 *
 * @param number null until it is issued
 * @param deviation how much more is billed than the contract says
 */
public record InvoiceSummary(
    InvoiceId id,
    InvoiceKind kind,
    InvoiceStatus status,
    @Nullable String number,
    CustomerId customer,
    String customerNumber,
    String customerName,
    @Nullable String contractNumber,
    @Nullable String poNumber,
    Money net,
    Money tax,
    Money total,
    Money deviation,
    String preparedBy,
    LocalDate preparedOn,
    @Nullable LocalDate issuedOn,
    @Nullable LocalDate dueOn) {}
