package io.dunwell.exchange;

import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A receipt of a file.
 *
 * @param documents the numbers that may be those of the invoices it pays
 * @param named whether a column says so; else they are the words of its reference
 * @param key what it is recognised by when the same file comes again
 */
record ReceiptRow(
    int row,
    String customerNumber,
    Money amount,
    LocalDate receivedOn,
    @Nullable String reference,
    List<String> documents,
    boolean named,
    String key) {}
