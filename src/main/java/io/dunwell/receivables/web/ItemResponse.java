package io.dunwell.receivables.web;

import io.dunwell.party.CustomerView;
import io.dunwell.receivables.DocumentKind;
import io.dunwell.receivables.ItemView;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An open item as the API shows it. */
record ItemResponse(
    UUID id,
    String invoiceNumber,
    String label,
    DocumentKind kind,
    String customer,
    String name,
    LocalDate issuedOn,
    LocalDate dueOn,
    int instalment,
    Currency currency,
    String amount,
    String open,
    int daysOverdue,
    @Nullable LocalDate settledOn,
    @Nullable String reference) {

  static ItemResponse of(ItemView item, CustomerView customer, LocalDate today) {
    return new ItemResponse(
        item.id().value(),
        item.number(),
        item.label(),
        item.kind(),
        customer.number(),
        customer.name(),
        item.issuedOn(),
        item.dueOn(),
        item.instalment(),
        item.amount().currency(),
        item.amount().text(),
        item.open().text(),
        item.open().isPositive() ? Math.max(0, item.daysOverdue(today)) : 0,
        item.settledOn(),
        item.reference());
  }
}
