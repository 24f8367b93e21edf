package io.dunwell.exchange;

import io.dunwell.shared.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One invoice of a ledger file, with what the file says about its settlement.
 *
 * @param row as a spreadsheet counts it
 * @param customerName the number, if the file has no names
 * @param country ISO 3166, two letters; null if the file does not say
 * @param termsDays days to pay, if the file says
 * @param dueOn null if the customer's terms have to say
 * @param amount positive, or negative for a credit note
 * @param undisputed whether the file says that it is not disputed, and is not just silent
 * @param settledOn when it was paid, or null if it is open
 * @param settledAmount what was paid then, positive; null exactly if {@code settledOn} is
 */
public record HistoricRow(
    int row,
    String customerNumber,
    String customerName,
    @Nullable String country,
    @Nullable Integer termsDays,
    String invoiceNumber,
    LocalDate invoicedOn,
    @Nullable LocalDate dueOn,
    Money amount,
    @Nullable String reference,
    boolean disputed,
    boolean undisputed,
    @Nullable LocalDate settledOn,
    @Nullable Money settledAmount) {}
