package io.dunwell.contracts;

import io.dunwell.party.CustomerId;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A contract in a list.
 *
 * @param version the version in force on the day asked for
 * @param versions how many there are
 * @param priceLines how many that version has
 */
public record ContractSummary(
    ContractId id,
    String number,
    int version,
    int versions,
    CustomerId customer,
    String customerNumber,
    String customerName,
    String title,
    Currency currency,
    BillingRule billingRule,
    LocalDate validFrom,
    @Nullable LocalDate validUntil,
    @Nullable String purchaseOrder,
    String owner,
    boolean proofRequired,
    int priceLines) {}
