package io.dunwell.advances;

import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceStatus;
import io.dunwell.party.CustomerId;
import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An advance, and what became of it.
 *
 * @param number null until it is issued
 * @param total with tax
 * @param received what came in on it
 * @param credited what issued credit notes give back of it
 * @param setOff what living invoices of its contract set off of it
 * @param vouchered what receipt vouchers confirm of {@code received}
 * @param receivedOn when the latest sum came in, null for never
 */
public record AdvanceView(
    InvoiceId id,
    InvoiceStatus status,
    @Nullable String number,
    CustomerId customer,
    UUID contract,
    String contractNumber,
    Money net,
    Money tax,
    Money total,
    Money received,
    Money credited,
    Money setOff,
    Money vouchered,
    @Nullable LocalDate issuedOn,
    @Nullable LocalDate receivedOn) {

  /** What later invoices can still set off. */
  public Money left() {
    return status == InvoiceStatus.ISSUED
        ? total.minus(credited).minus(setOff)
        : Money.zero(total.currency());
  }

  /** What came in and no voucher confirms yet. */
  public Money unvouchered() {
    return received.minus(vouchered);
  }
}
