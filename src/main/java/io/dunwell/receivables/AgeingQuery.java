package io.dunwell.receivables;

import io.dunwell.party.CustomerId;
import io.dunwell.shared.RuleViolation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an ageing report is to show.
 *
 * @param asOf the day at whose end the balances are taken; what is effective later does not count
 * @param knownBy only what had been recorded until then; null for all that is known
 * @param limits the last day overdue of each bucket, rising; one more bucket takes the rest
 * @param in the one currency to convert into at the rates of {@code asOf}; null for each its own
 * @param customer only this one's, null for all
 * @param currency only items in this one, null for all
 * @param collector only accounts that this user looks after, {@code unassigned} for nobody's, null
 *     for all
 */
public record AgeingQuery(
    LocalDate asOf,
    AgeingBy by,
    @Nullable Instant knownBy,
    List<Integer> limits,
    @Nullable Currency in,
    @Nullable CustomerId customer,
    @Nullable Currency currency,
    @Nullable String collector) {

  public static final List<Integer> LIMITS = List.of(30, 60, 90, 120);

  /** The collector of those accounts that nobody looks after. */
  public static final String UNASSIGNED = "unassigned";

  /**
   * Checks the limits.
   *
   * @throws RuleViolation {@code ageing.limits-not-rising}
   */
  public AgeingQuery {
    limits = List.copyOf(limits);
    int before = 0;
    for (int limit : limits) {
      if (limit <= before || limits.size() > 12) {
        throw new RuleViolation(
            "ageing.limits-not-rising",
            "Limits are days overdue that rise, at most twelve, for example 30,60,90,120.");
      }
      before = limit;
    }
  }

  /** Everything at the end of that day, in the default buckets. */
  public static AgeingQuery of(LocalDate asOf, AgeingBy by) {
    return new AgeingQuery(asOf, by, null, LIMITS, null, null, null, null);
  }

  /** The same as it was known at that moment. */
  public AgeingQuery knownBy(@Nullable Instant moment) {
    return new AgeingQuery(asOf, by, moment, limits, in, customer, currency, collector);
  }

  /** The same in other buckets. */
  public AgeingQuery within(List<Integer> other) {
    return new AgeingQuery(asOf, by, knownBy, other, in, customer, currency, collector);
  }

  /** The same converted into one currency. */
  public AgeingQuery in(@Nullable Currency one) {
    return new AgeingQuery(asOf, by, knownBy, limits, one, customer, currency, collector);
  }

  /** The same for one customer. */
  public AgeingQuery ofCustomer(@Nullable CustomerId one) {
    return new AgeingQuery(asOf, by, knownBy, limits, in, one, currency, collector);
  }

  /** The same for items in one currency. */
  public AgeingQuery ofCurrency(@Nullable Currency one) {
    return new AgeingQuery(asOf, by, knownBy, limits, in, customer, one, collector);
  }

  /** The same for the accounts of one collector. */
  public AgeingQuery ofCollector(@Nullable String one) {
    return new AgeingQuery(asOf, by, knownBy, limits, in, customer, currency, one);
  }
}
