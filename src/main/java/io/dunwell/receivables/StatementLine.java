package io.dunwell.receivables;

import io.dunwell.shared.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An item on a statement.
 *
 * @param number the number of its document
 * @param label the number, followed by the instalment where there are several
 * @param amount what it was opened with, negative for a credit note
 * @param open what was left of it on the statement's day
 * @param daysOverdue on the statement's day; zero or less is not overdue
 */
public record StatementLine(
    ItemId item,
    String number,
    String label,
    DocumentKind kind,
    LocalDate issuedOn,
    LocalDate dueOn,
    Money amount,
    Money open,
    int daysOverdue,
    @Nullable String reference) {}
