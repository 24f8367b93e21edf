package io.dunwell.billing;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the register is narrowed to.
 *
 * @param asOf the day
 * @param cause null for all
 * @param text in customer, contract, delivery, item or owner; null for all
 * @param minAge days since delivery at least; null for all
 * @param invoicesSince see {@link Unbilled#asOf(LocalDate, LocalDate)}
 */
public record UnbilledFilter(
    LocalDate asOf,
    @Nullable Cause cause,
    @Nullable String text,
    @Nullable Integer minAge,
    @Nullable LocalDate invoicesSince) {

  /** Everything as of a day. */
  public static UnbilledFilter of(LocalDate day) {
    return new UnbilledFilter(day, null, null, null, null);
  }

  /** Whether the item is what is asked for, but for the day. */
  public boolean lets(UnbilledItem item) {
    return (cause == null || item.cause() == cause)
        && (minAge == null || item.ageDays() >= minAge)
        && (text == null || text.isBlank() || said(item).contains(lower(text.strip())));
  }

  private static String said(UnbilledItem item) {
    return lower(
        String.join(
            " ",
            item.customerName(),
            item.customerNumber(),
            item.contractNumber(),
            item.deliveryNumber(),
            item.item(),
            item.owner()));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
