package io.dunwell.einvoice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where goods come from and go to, and when.
 *
 * @param on the day of delivery
 * @param from first day of the period billed
 * @param until last day of the period billed
 * @param dispatchFrom if not the seller's address
 * @param shipTo if not the buyer's address
 */
public record EinvoiceDelivery(
    @Nullable LocalDate on,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    @Nullable EinvoicePlace dispatchFrom,
    @Nullable EinvoicePlace shipTo) {

  /** Nothing to say. */
  public static final EinvoiceDelivery NONE = new EinvoiceDelivery(null, null, null, null, null);

  /**
   * A place.
   *
   * @param name who is there
   * @param taxNumber his, if known
   * @param address where it is
   */
  public record EinvoicePlace(String name, @Nullable String taxNumber, EinvoiceAddress address) {}
}
