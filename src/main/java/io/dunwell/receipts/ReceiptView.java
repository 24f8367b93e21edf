package io.dunwell.receipts;

import io.dunwell.party.CustomerId;
import io.dunwell.receivables.AccountKey;
import io.dunwell.shared.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A receipt as it stands.
 *
 * @param label its number for people, for example {@code RC-000017}
 * @param unapplied what no item has been paid with yet
 * @param cancelledOn the day from which it does not count, null if it does
 */
public record ReceiptView(
    ReceiptId id,
    String label,
    CustomerId customer,
    Money amount,
    Money unapplied,
    LocalDate receivedOn,
    @Nullable String reference,
    String sourceKey,
    @Nullable LocalDate cancelledOn) {

  AccountKey account() {
    return new AccountKey(customer, amount.currency());
  }

  boolean sameAs(NewReceipt other) {
    return account().equals(other.account())
        && amount.equals(other.amount())
        && receivedOn.equals(other.receivedOn());
  }
}
