package io.dunwell.einvoice;

import org.jspecify.annotations.Nullable;

/**
 * How to pay.
 *
 * @param terms in words, for example {@code 30 days net}
 * @param creditDays days from issue to the last due day, if it is one
 * @param account IBAN, or the number of the account
 * @param bank BIC, or IFSC in India
 * @param accountName its holder
 */
public record EinvoicePayment(
    @Nullable String terms,
    @Nullable Integer creditDays,
    @Nullable String account,
    @Nullable String bank,
    @Nullable String accountName) {

  /** Nothing to say. */
  public static final EinvoicePayment NONE = new EinvoicePayment(null, null, null, null, null);
}
