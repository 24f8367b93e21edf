package io.dunwell.receivables;

import io.dunwell.shared.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An act that changed what a customer owes. Putting money to an item does not; its coming in did.
 *
 * @param what the ledger's reason: invoice, receipt, write-off …
 * @param label the number of the document or receipt, null if it is about several
 * @param amount positive if more is owed after it
 * @param balance what was owed after it
 */
public record Movement(
    LocalDate on, String what, @Nullable String label, Money amount, Money balance) {}
