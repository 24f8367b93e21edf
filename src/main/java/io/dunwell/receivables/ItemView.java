package io.dunwell.receivables;

import io.dunwell.party.CustomerId;
import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * An open item as it stands.
 *
 * @param number the number of its document
 * @param label the number, followed by the instalment where there are several
 * @param amount what it was opened with, negative for a credit note
 * @param open what is left of it, with the same sign
 * @param settledOn the day from which it has been zero, null while it is open
 */
public record ItemView(
    ItemId id,
    DocumentId document,
    String number,
    String label,
    DocumentKind kind,
    CustomerId customer,
    LocalDate issuedOn,
    LocalDate dueOn,
    int instalment,
    Money amount,
    Money open,
    @Nullable LocalDate settledOn,
    @Nullable String reference) {

  /** The account it belongs to. */
  public AccountKey account() {
    return new AccountKey(customer, amount.currency());
  }

  /** How many days after its due day that day is; zero or less is not overdue. */
  public int daysOverdue(LocalDate day) {
    return Math.toIntExact(ChronoUnit.DAYS.between(dueOn, day));
  }
}
