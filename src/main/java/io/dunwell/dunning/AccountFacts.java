package io.dunwell.dunning;

import io.dunwell.dunning.ItemFacts.HeldPart;
import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the rules know about an account, that is a customer in one currency, on a day.
 *
 * @param day the day that is decided about
 * @param policy the customer's policy, which sets meaning, template, channel, interval and minimum
 * @param items everything open, due or not
 * @param unapplied money received and not yet allocated
 * @param credits credit notes not yet applied
 * @param openCase the open case, or null
 * @param lastActOn the day of the last act of any stage, in any case, or null
 * @param hold a hold on the whole account, or null
 * @param gates what else has to be so before anything is sent
 */
record AccountFacts(
    UUID customer,
    String customerNumber,
    String customerName,
    Currency currency,
    LocalDate day,
    Policy policy,
    List<ItemFacts> items,
    Money unapplied,
    List<Credit> credits,
    @Nullable OpenCase openCase,
    @Nullable LocalDate lastActOn,
    @Nullable HeldPart hold,
    Gates gates) {

  AccountFacts {
    items = List.copyOf(items);
    credits = List.copyOf(credits);
  }

  /** What all credit notes are still worth, positive. */
  Money credited() {
    return credits.stream().map(Credit::open).reduce(Money.zero(currency), Money::plus);
  }

  boolean legalDecided() {
    return openCase != null && openCase.legalDecided();
  }

  /** A credit note and what it is still worth, positive. */
  record Credit(String number, LocalDate issuedOn, Money open) {}

  /** The account's open case. */
  record OpenCase(UUID id, boolean legalDecided, @Nullable LocalDate contactAskedOn) {}

  /**
   * What has to be so before anything is sent.
   *
   * @param counted whether the gates below count; in a replay they do not
   * @param bankStatementOn the day of the newest bank statement, or null
   * @param address where letters go, or null
   * @param refusedAddress the address that refused the last letter, or null
   * @param withoutRate currencies of fees that have no exchange rate to the account's on that day
   */
  record Gates(
      boolean counted,
      @Nullable LocalDate bankStatementOn,
      @Nullable String address,
      @Nullable String refusedAddress,
      Set<Currency> withoutRate) {

    Gates {
      withoutRate = Set.copyOf(withoutRate);
    }
  }
}
