package io.dunwell.billing;

import io.dunwell.invoices.InvoiceKind;
import io.dunwell.invoices.InvoiceStatus;
import io.dunwell.party.CustomerId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which documents to list.
 *
 * @param text in number, purchase order, contract, customer or its number, or an amount; null for
 *     all
 * @param status null for all
 * @param kind null for all
 * @param customer null for all
 * @param run made by that billing run; null for all
 * @param number with exactly that number, slashes and all; null for all
 */
public record InvoiceQuery(
    @Nullable String text,
    @Nullable InvoiceStatus status,
    @Nullable InvoiceKind kind,
    @Nullable CustomerId customer,
    @Nullable UUID run,
    @Nullable String number) {

  /** Documents made by that billing run. */
  public static InvoiceQuery ofRun(UUID run) {
    return new InvoiceQuery(null, null, null, null, run, null);
  }
}
