package io.dunwell.receivables;

import io.dunwell.party.CustomerId;
import io.dunwell.shared.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document and what is left of it.
 *
 * @param dueOn when its first instalment is due
 * @param total what it asked for or gave back, positive
 * @param open what is left of its items, negative for a credit note
 */
public record DocumentSummary(
    DocumentId id,
    String number,
    DocumentKind kind,
    CustomerId customer,
    LocalDate issuedOn,
    LocalDate dueOn,
    int instalments,
    Money total,
    Money open,
    @Nullable String reference,
    String source) {}
