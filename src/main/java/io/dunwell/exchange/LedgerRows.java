package io.dunwell.exchange;

import io.dunwell.exchange.Profile.Negative;
import io.dunwell.exchange.Profile.PaidStatus;
import io.dunwell.exchange.Profile.Partial;
import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Reads rows that are invoices, with or without their settlement. */
final class LedgerRows {

  private final Mapping mapping;
  private final boolean settlements;

  LedgerRows(Mapping mapping, ImportKind kind) {
    this.mapping = mapping;
    this.settlements = kind == ImportKind.LEDGER;
  }

  /** The invoice of the row, or null if something is wrong with it, which the row then says. */
  @Nullable HistoricRow read(RowCells row) {
    String customer = row.text(ProfileField.CUSTOMER_NUMBER);
    String number = row.text(ProfileField.INVOICE_NUMBER);
    LocalDate invoicedOn = row.date(ProfileField.INVOICED_ON);
    Currency currency = row.currency();
    Money amount = currency == null ? null : amount(row, currency);
    LocalDate due = dueOn(row, invoicedOn);
    row.require(ProfileField.CUSTOMER_NUMBER, customer);
    row.require(ProfileField.INVOICE_NUMBER, number);
    row.require(ProfileField.INVOICED_ON, invoicedOn);
    row.require(ProfileField.CURRENCY, currency);
    row.require(ProfileField.AMOUNT, currency == null ? "unread" : amount);
    if (customer == null || number == null || invoicedOn == null || amount == null) {
      return null;
    }
    Settled settled = settlements ? settled(row, amount) : Settled.NOT;
    boolean disputed = mapping.disputed(row.text(ProfileField.DISPUTED));
    String name = row.text(ProfileField.CUSTOMER_NAME);
    HistoricRow read =
        new HistoricRow(
            row.number(),
            customer,
            name == null ? customer : name,
            CustomerRows.country(row),
            row.termsDays(),
            number,
            invoicedOn,
            due,
            amount,
            row.text(ProfileField.REFERENCE),
            disputed,
            !disputed && mapping.tellsDisputes(),
            settled.on,
            settled.amount);
    return row.wrong() ? null : read;
  }

  private @Nullable Money amount(RowCells row, Currency currency) {
    Money amount = row.amount(ProfileField.AMOUNT, currency);
    if (amount == null) {
      return null;
    }
    if (amount.isZero()) {
      row.wrong(ProfileField.AMOUNT, "amount.zero", "An invoice about nothing is not booked.");
    } else if (amount.isNegative() && mapping.profile().negative() == Negative.REJECT) {
      row.wrong(
          ProfileField.AMOUNT,
          "amount.negative",
          "The amount is negative. Correct it, or set negative: CREDIT_NOTE in the profile.");
    }
    return amount;
  }

  private @Nullable LocalDate dueOn(RowCells row, @Nullable LocalDate invoicedOn) {
    LocalDate due = row.date(ProfileField.DUE_ON);
    LocalDate baseline = row.date(ProfileField.BASELINE_ON);
    LocalDate from = baseline == null ? invoicedOn : baseline;
    if (due == null && from != null && row.text(ProfileField.TERMS) != null) {
      Integer days = row.termsDays();
      if (days != null) {
        return from.plusDays(days);
      }
      row.wrong(
          ProfileField.TERMS,
          "terms.unknown",
          "Nothing says how many days these terms are. Add the code to terms in the profile.");
    }
    return due;
  }

  private Settled settled(RowCells row, Money amount) {
    LocalDate on = row.date(ProfileField.SETTLED_ON);
    Money paid = row.amount(ProfileField.SETTLED_AMOUNT, amount.currency());
    PaidStatus status = status(row);
    if (status == PaidStatus.OPEN) {
      return Settled.NOT;
    }
    if (status == PaidStatus.PARTIAL && (paid == null || on == null)) {
      return partial(row);
    }
    boolean saysPaid = status != null || (paid != null && !paid.isZero());
    if (on == null) {
      if (saysPaid) {
        row.require(ProfileField.SETTLED_ON, null);
      }
      return Settled.NOT;
    }
    Money received = paid == null ? amount : paid;
    if (!received.isPositive()) {
      row.wrong(
          ProfileField.SETTLED_AMOUNT,
          "settled.not-positive",
          "What was paid has to be more than zero; a credit note is settled by hand.");
    }
    return new Settled(on, received);
  }

  private @Nullable PaidStatus status(RowCells row) {
    String word = row.text(ProfileField.STATUS);
    if (word == null || mapping.statusWords().isEmpty()) {
      return null;
    }
    PaidStatus status = mapping.statusWords().get(Mapping.lower(word));
    if (status == null) {
      row.wrong(
          ProfileField.STATUS,
          "status.unknown",
          "The profile does not say what this status means. Add it to status in the profile.");
    }
    return status;
  }

  private Settled partial(RowCells row) {
    if (mapping.profile().partial() == Partial.QUARANTINE) {
      row.wrong(
          ProfileField.STATUS,
          "status.partial-without-amount",
          "The row is part-paid but does not say how much and when. Add both, or set"
              + " partial: OPEN in the profile to take such rows as open in full.");
    }
    return Settled.NOT;
  }

  private record Settled(@Nullable LocalDate on, @Nullable Money amount) {
    static final Settled NOT = new Settled(null, null);
  }
}
